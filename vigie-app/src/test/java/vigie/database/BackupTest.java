package vigie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The room "copied" of the test resources has every kind of table; all rooms of the house are migrated beside it. */
class BackupTest {
    private static final Map<String, String> EVERYTHING =
            Map.of("__root", "1", "people", "1", "journal", "1", "mail", "1", "copied", "2");

    private static Path files;
    private static Path data18;
    private static OwnPostgres eighteen;
    private static OwnPostgres fifteen;
    private static Path data15;
    private static int databases;

    @BeforeAll
    static void one_server_of_each_major_version() throws Exception {
        files = Servers.folder("backup-files");
        data18 = Servers.folder("backup-18");
        data15 = Servers.folder("backup-15");
        eighteen = OwnPostgres.start(data18);
        fifteen = OwnPostgres.start(data15, null, Servers.fifteen(), "pg15");
        fill(eighteen);
    }

    @AfterAll
    static void both_stop() {
        eighteen.close();
        fifteen.close();
    }

    @Test
    void every_table_sequence_and_pending_event_comes_back() throws Exception {
        var written = Backup.write(eighteen, file("whole"));
        assertThat(written.tables())
                .extracting(Manifest.Table::name)
                .contains("copied.kinds", "copied.part", "public.event_publication", "journal.deed");
        assertThat(written.rows()).isGreaterThan(500);
        var other = emptyDatabase(eighteen, data18);
        Restore.of(file("whole")).into(other);
        mustBeEqual(Backup.write(other, file("again")), written);
        assertThat(number(other, "select count(*) from event_publication where completion_date is null"))
                .isEqualTo(2);
        assertThat(number(other, "select nextval('copied.counter')")).isEqualTo(115);
        assertThat(number(other, "select count(*) from copied.part_march")).isEqualTo(1);
        assertThat(number(other, "select count(*) from copied.loud where word = 'quiet'"))
                .isEqualTo(1);
        assertThat(number(other, "select count(*) from pg_constraint where conname = 'hen_from_egg'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> run(other, "update journal.deed set who = 'someone else'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void it_moves_from_eighteen_to_fifteen_and_back() throws Exception {
        var written = Backup.write(eighteen, file("from-18"));
        var older = emptyDatabase(fifteen, data15);
        Restore.of(file("from-18")).into(older);
        mustBeEqual(Backup.write(older, file("from-15")), written);
        var newer = emptyDatabase(eighteen, data18);
        Restore.of(file("from-15")).into(newer);
        mustBeEqual(Backup.write(newer, file("back-in-18")), written);
    }

    @Test
    void a_cut_or_changed_file_is_refused_wherever_it_was_hurt() throws Exception {
        Backup.write(eighteen, file("sound"));
        var sound = Files.readAllBytes(file("sound"));
        var hurt = file("hurt");
        for (var place = 0; place < 40; place++) {
            var at = (int) ((long) place * (sound.length - 1) / 39);
            var changed = sound.clone();
            changed[at] ^= 0x10;
            Files.write(hurt, changed);
            mustBeRefused(hurt);
            Files.write(hurt, java.util.Arrays.copyOf(sound, at));
            mustBeRefused(hurt);
        }
    }

    @Test
    void a_newer_form_or_a_newer_room_is_refused() throws Exception {
        Backup.write(eighteen, file("today"));
        rewritten("today", "newer-form", text -> text.replace("format\t1", "format\t2"));
        assertThatThrownBy(() -> Restore.of(file("newer-form")))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("newer Vigie");
        rewritten("today", "newer-room", text -> text.replace("room\tcopied\t2", "room\tcopied\t3"));
        assertThatThrownBy(() -> Restore.of(file("newer-room")))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("'copied' is at step 3 (here: 2)");
        rewritten("today", "unknown-room", text -> text.replace("room\tcopied\t2", "room\tattic\t1"));
        assertThatThrownBy(() -> Restore.of(file("unknown-room")))
                .hasMessageContaining("'attic'")
                .hasMessageContaining("demonstration");
    }

    @Test
    void an_older_one_comes_back_as_it_was_and_is_brought_up_later() throws Exception {
        var old = emptyDatabase(eighteen, data18);
        Migrations.runTo(Map.of("copied", "1"), old.connections());
        run(old, "insert into copied.kinds (words) values ('old')");
        Backup.write(old, file("old"));
        var other = emptyDatabase(eighteen, data18);
        Restore.of(file("old")).into(other);
        Migrations.runTo(Map.of("copied", "2"), other.connections());
        assertThat(number(other, "select count(*) from copied.kinds where words = 'old' and later = 'later'"))
                .isEqualTo(1);
    }

    @Test
    void only_an_empty_database_is_filled() throws Exception {
        Backup.write(eighteen, file("once"));
        var other = emptyDatabase(eighteen, data18);
        run(other, "create table mine (word text)");
        run(other, "insert into mine values ('kept')");
        assertThatThrownBy(() -> Restore.of(file("once")).into(other))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("expected: an empty one");
        assertThat(number(other, "select count(*) from mine")).isEqualTo(1);
    }

    @Test
    void a_restore_that_fails_half_way_leaves_nothing_behind() throws Exception {
        Backup.write(eighteen, file("good"));
        rewritten("good", "one-row-too-few", text -> text.replaceFirst("(table\tcopied.seeded\t[^\t]*\t)1", "$12"));
        var other = emptyDatabase(eighteen, data18);
        assertThatThrownBy(() -> Restore.of(file("one-row-too-few")).into(other))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("copied.seeded");
        assertThat(number(other, "select count(*) from pg_namespace where nspname = 'copied'"))
                .isZero();
        Restore.of(file("good")).into(other);
        assertThat(number(other, "select count(*) from copied.seeded")).isEqualTo(1);
    }

    @Test
    void a_restore_that_was_killed_is_seen_and_begun_anew() throws Exception {
        Backup.write(eighteen, file("after-kill"));
        var other = emptyDatabase(eighteen, data18);
        run(other, "create table vigie_restore_unfinished ()");
        Migrations.runTo(Map.of("copied", "1"), other.connections());
        assertThat(Restore.isUnfinishedIn(other)).isTrue();
        Restore.of(file("after-kill")).into(other);
        assertThat(Restore.isUnfinishedIn(other)).isFalse();
        assertThat(number(other, "select count(*) from copied.seeded")).isEqualTo(1);
    }

    @Test
    void a_copy_is_never_written_over_another_file() throws Exception {
        Files.writeString(file("mine"), "mine");
        assertThatThrownBy(() -> Backup.write(eighteen, file("mine"))).hasMessageContaining("exists already");
        assertThat(file("mine")).hasContent("mine");
    }

    @Test
    void the_commands_work_beside_a_running_server_and_alone() throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var running = new String[] {"backup", file("by-command").toString(), "--vigie.data=" + data18};
        assertThat(new Commands(running, out).run()).isEmpty();
        var fresh = Servers.folder("backup-fresh");
        var back = new String[] {"restore", file("by-command").toString(), "--vigie.data=" + fresh};
        assertThat(new Commands(back, out).run()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("are back from");
        assertThat(new Commands(back, out).run())
                .hasValueSatisfying(why -> assertThat(why).contains("expected: an empty one"));
        var nowhere = new String[] {"backup", file("nothing").toString(), "--vigie.data=" + files};
        assertThat(new Commands(nowhere, out).run())
                .hasValueSatisfying(why -> assertThat(why).contains("holds no database"));
        assertThat(file("nothing")).doesNotExist();
    }

    private static void fill(DatabaseServer server) throws SQLException {
        Migrations.runTo(EVERYTHING, server.connections());
        run(server, """
                insert into copied.kinds (words, "Odd Name", at, day, span, bytes, many, tree, share, money, code, lasts)
                select e'tab\\t line\\n back\\\\slash \\\\N é ' || i, 'x' || i, timestamptz '2013-03-19 08:00:00.123456Z' + i * interval '1 hour',
                       date '2013-03-31' + i, tstzrange(now() - interval '1 day', null), decode(md5(i::text), 'hex'),
                       array['a,b', null, '"q"'], jsonb_build_object('n', i, 'é', null), i / 3.0, i * 1.000001,
                       md5(i::text)::uuid, i * interval '90 minutes'
                  from generate_series(1, 500) i
                """);
        run(server, "insert into copied.kinds (words) values (null), ('')");
        run(server, "begin; insert into copied.hen values (1, 1); insert into copied.egg values (1, 1); commit");
        run(
                server,
                "create table copied.part_march partition of copied.part for values from ('2013-03-01') to ('2013-04-01')");
        run(server, "insert into copied.part values ('2013-03-19', 'march'), ('2014-01-01', 'elsewhere')");
        run(server, "insert into copied.loud values ('quiet')");
        run(server, "update copied.loud set word = 'quiet'");
        run(server, "select nextval('copied.counter'), nextval('copied.counter'), nextval('copied.counter')");
        run(server, """
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                select md5(i::text)::uuid, 'somebody', 'something', '{"id":' || i || '}', now() from generate_series(1, 2) i
                """);
        run(server, """
                insert into journal.deed (at, person, who, subject, deed, before, after, reason)
                values (now(), 1, 'Ada', 'site:1', 'renamed', 'a', 'b', 'a test')
                """);
    }

    private static void mustBeEqual(Manifest found, Manifest expected) {
        assertThat(found.tables()).isEqualTo(expected.tables());
        assertThat(found.sequences()).isEqualTo(expected.sequences());
        assertThat(found.partitions()).isEqualTo(expected.partitions());
        assertThat(found.rooms()).isEqualTo(expected.rooms());
    }

    private static void mustBeRefused(Path file) {
        assertThatThrownBy(() -> Restore.of(file)).isInstanceOf(CopyRefused.class);
    }

    /** The same copy with another manifest, sealed again. */
    private static void rewritten(String from, String to, UnaryOperator<String> manifest) throws IOException {
        try (var zip = new ZipFile(file(from).toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file(to)))) {
            out.setComment(BackupFile.UNSEALED);
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(BackupFile.MANIFEST)
                                ? manifest.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                out.closeEntry();
            }
        }
        BackupFile.seal(file(to));
    }

    private static Path file(String name) {
        return files.resolve(name + ".zip");
    }

    private static DatabaseServer emptyDatabase(OwnPostgres server, Path data) throws Exception {
        var name = "other" + databases++;
        run(server, "create database " + name + " template template0");
        var access = Access.keptIn(data).orElseThrow();
        return UsersPostgres.at(
                "postgres://%s:%s@127.0.0.1:%d/%s".formatted(Access.USER, access.password(), access.port(), name),
                "",
                "");
    }

    private static void run(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.connections().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
