package vigie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vigie.House.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A backup and a restore, each in a process of its own, killed while they wait for a table that somebody holds. */
class CopiesKilledTest {
    private static final Map<String, String> ROOMS = Map.of("__root", "1", "people", "1", "journal", "1", "mail", "1");
    private static final String HELD = "lock table journal.deed in access exclusive mode";

    private static Path files;
    private static Path data;
    private static OwnPostgres server;

    @BeforeAll
    static void a_server_with_rows() throws Exception {
        files = Servers.folder("copies-files");
        data = Servers.folder("copies");
        server = OwnPostgres.start(data);
        Migrations.runTo(ROOMS, server.connections());
        run(server, """
                insert into journal.deed (at, person, who, subject, deed, before, after, reason)
                select now(), 1, 'Ada', 'site:' || n, 'renamed', 'a', 'b', 'a test' from generate_series(1, 1000) n
                """);
    }

    @AfterAll
    static void it_stops() {
        server.close();
    }

    @Test
    void a_killed_backup_leaves_no_file_that_passes_as_whole() throws Exception {
        var file = files.resolve("cut.zip");
        try (var holder = server.connections().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(HELD);
            var backup = Whole.java("backup", file.toString(), "--vigie.data=" + data)
                    .start();
            eventually(() -> isWaiting(server));
            backup.destroyForcibly();
            backup.onExit().join();
        }
        assertThat(file).doesNotExist();
        try (var left = Files.list(files)) {
            for (var part :
                    left.filter(path -> path.toString().endsWith(".tmp")).toList()) {
                assertThatThrownBy(() -> Restore.of(part)).isInstanceOf(CopyRefused.class);
            }
        }
        assertThat(Backup.write(server, file).rows()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void a_killed_restore_leaves_nothing_half_and_is_begun_anew() throws Exception {
        var file = files.resolve("sound.zip");
        Backup.write(server, file);
        run(server, "create database emptied template template0");
        var access = Access.keptIn(data).orElseThrow();
        var url = "jdbc:postgresql://127.0.0.1:%d/emptied".formatted(access.port());
        var other = UsersPostgres.at(url, Access.USER, access.password());
        var words = new String[] {
            "restore",
            file.toString(),
            "--vigie.database.url=" + url,
            "--vigie.database.user=" + Access.USER,
            "--vigie.database.password=" + access.password()
        };
        var restore = Whole.java(words).start();
        eventually(() -> has(other, "journal.deed"));
        try (var holder = other.connections().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(HELD);
            eventually(() -> isWaiting(other));
            restore.destroyForcibly();
            restore.onExit().join();
        }
        assertThat(Restore.isUnfinishedIn(other)).isTrue();
        assertThat(number(other, "select count(*) from journal.deed")).isZero();
        var again = Whole.java(words).start();
        var said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).as(said).isZero();
        assertThat(Restore.isUnfinishedIn(other)).isFalse();
        assertThat(number(other, "select count(*) from journal.deed")).isEqualTo(1000);
    }

    private static boolean isWaiting(DatabaseServer of) {
        return asked(
                of,
                "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())");
    }

    private static boolean has(DatabaseServer of, String table) {
        return asked(of, "select count(*) from pg_class where oid = to_regclass('%s')".formatted(table));
    }

    private static boolean asked(DatabaseServer of, String sql) {
        try {
            return number(of, sql) > 0;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void run(DatabaseServer of, String sql) throws SQLException {
        try (var connection = of.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DatabaseServer of, String sql) throws SQLException {
        try (var connection = of.connections().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
