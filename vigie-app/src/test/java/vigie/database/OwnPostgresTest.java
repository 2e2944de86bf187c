package vigie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vigie.House.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OwnPostgresTest {
    private static Path data;

    @BeforeAll
    static void a_folder_that_begins_empty() throws IOException {
        data = Servers.folder("own");
    }

    @Test
    void it_keeps_its_rows_over_a_restart_within_the_same_second() throws SQLException {
        var count = 0;
        for (var turn = 0; turn < 3; turn++) {
            try (var server = OwnPostgres.start(data)) {
                count = addOne(server);
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(3);
    }

    @Test
    void it_answers_on_loopback_to_its_password_only_and_confirms_only_what_is_on_the_disk() throws Exception {
        try (var server = OwnPostgres.start(data)) {
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            var stranger = Access.keptIn(data).orElseThrow().to("vigie");
            stranger.setPassword("guessed");
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void it_knows_small_and_capital_letters_of_every_script() throws Exception {
        try (var server = OwnPostgres.start(data);
                var connection = server.connections().getConnection();
                var rows = connection.createStatement().executeQuery("select upper('é'), 'É' ilike 'é'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("É");
            assertThat(rows.getBoolean(2)).isTrue();
        }
    }

    @Test
    void a_killed_database_is_started_again_and_has_every_confirmed_row() throws Exception {
        try (var server = OwnPostgres.start(data)) {
            var before = addOne(server);
            var killed = residents().postmaster().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            eventually(() -> answers(server));
            assertThat(addOne(server)).isEqualTo(before + 1);
        }
    }

    @Test
    void a_killed_vigie_leaves_a_database_that_the_next_one_takes_over() throws Exception {
        var before = countIn(data);
        var alone = alone(data);
        alone.destroyForcibly();
        assertThat(countIn(data)).isEqualTo(before + 1);
    }

    @Test
    void both_killed_at_once_lose_nothing() throws Exception {
        var before = countIn(data);
        var alone = alone(data);
        var postmaster = residents().postmaster().orElseThrow();
        alone.destroyForcibly();
        postmaster.destroyForcibly();
        assertThat(countIn(data)).isEqualTo(before + 1);
    }

    @Test
    void two_vigies_never_share_a_folder() throws Exception {
        try (var server = OwnPostgres.start(data)) {
            assertThatThrownBy(() -> FolderLock.on(data.toRealPath(), Duration.ZERO))
                    .isInstanceOf(DatabaseCannotStart.class)
                    .hasMessageContaining("is in use by another Vigie")
                    .hasMessageContaining("--data");
            assertThat(answers(server)).isTrue();
        }
    }

    @Test
    void a_taken_port_is_left_to_its_owner() throws Exception {
        countIn(data);
        var access = Access.keptIn(data).orElseThrow();
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            access.at(other.getLocalPort()).keepIn(data);
            try (var server = OwnPostgres.start(data)) {
                assertThat(server.port()).isNotEqualTo(other.getLocalPort());
                assertThat(answers(server)).isTrue();
                assertThat(Access.keptIn(data).orElseThrow().port()).isEqualTo(server.port());
            }
        }
    }

    @Test
    void a_note_left_before_a_reboot_does_not_keep_it_from_starting() throws Exception {
        var before = countIn(data);
        var note = data.resolve("pg18/postmaster.pid");
        Files.writeString(
                note,
                "%d\n%s\n1\n1\n\n127.0.0.1\n  1  1\nready   \n"
                        .formatted(ProcessHandle.current().pid(), data.resolve("pg18")));
        assertThat(countIn(data)).isEqualTo(before);
    }

    @Test
    void a_lost_password_file_is_replaced() throws Exception {
        var before = countIn(data);
        Files.delete(data.resolve("database.properties"));
        assertThat(countIn(data)).isEqualTo(before);
    }

    @Test
    void half_a_cluster_is_never_taken_for_a_whole_one() throws Exception {
        var folder = Servers.folder("half");
        Files.createDirectories(folder.resolve("pg18.new123"));
        Files.writeString(folder.resolve("pg18.new123/PG_VERSION"), "18\n");
        Files.createDirectories(folder.resolve("unpacking123"));
        try (var server = OwnPostgres.start(folder)) {
            assertThat(answers(server)).isTrue();
        }
        assertThat(folder.resolve("pg18.new123")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.writeString(data.resolve("a-file"), "no folder");
        assertThatThrownBy(() -> OwnPostgres.start(file.resolve("data")))
                .isInstanceOf(DatabaseCannotStart.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("--data");
    }

    @Test
    void a_server_that_refuses_says_why_in_one_line() throws Exception {
        countIn(data);
        var settings = data.resolve("pg18/postgresql.auto.conf");
        var before = Files.readString(settings);
        Files.writeString(settings, "work_mem = 'plenty'\n");
        try {
            assertThatThrownBy(() -> OwnPostgres.start(data))
                    .isInstanceOf(DatabaseCannotStart.class)
                    .hasMessageContaining("does not start")
                    .hasMessageContaining("postgres.log");
        } finally {
            Files.writeString(settings, before);
        }
        assertThat(countIn(data)).isNotNegative();
    }

    @Test
    void root_steps_down_also_where_no_other_account_can_reach_the_folder() throws Exception {
        var hidden = Files.createTempDirectory("vigie-hidden");
        try {
            var data = Files.createDirectories(hidden.resolve("data"));
            var namespaces = Commandline.of("unshare", "-U", "true").succeeds();
            if (isRoot() && !namespaces) {
                assertThatThrownBy(() -> OwnPostgres.start(data)).hasMessageContaining("VIGIE_DATABASE_URL");
                return;
            }
            try (var server = OwnPostgres.start(data)) {
                assertThat(answers(server)).isTrue();
            }
        } finally {
            Binaries.delete(hidden);
        }
    }

    /** Root tries it as nobody; anyone else has tried it all along. */
    @Test
    void an_ordinary_user_needs_no_help() throws Exception {
        var place = Files.createTempDirectory("vigie-nobody");
        try {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
            var command = new ArrayList<String>();
            if (isRoot()) {
                command.addAll(List.of("setpriv", "--reuid", "nobody", "--clear-groups", "--regid", "65534", "--"));
            }
            command.addAll(List.of(java(), "-cp", readableByAll(place.resolve("code"))));
            command.addAll(List.of(Alone.class.getName(), place.resolve("data").toString(), "close"));
            var text = new Commandline(command).output();
            assertThat(text).hasValueSatisfying(said -> assertThat(said).contains("closed"));
        } finally {
            Binaries.delete(place);
        }
    }

    /** The class path, copied where another user may read it. */
    private static String readableByAll(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("vigie/database"));
        var jars = new ArrayList<String>();
        jars.add(folder.toString());
        for (var type : List.of(OwnPostgres.class, Alone.class)) {
            var classes = Path.of("target", type == Alone.class ? "test-classes" : "classes", "vigie/database");
            try (var files = Files.list(classes)) {
                for (var file : files.toList()) {
                    Files.copy(file, folder.resolve("vigie/database").resolve(file.getFileName()));
                }
            }
        }
        for (var name : List.of("org.postgresql.Driver", "org.tukaani.xz.XZ", "org.slf4j.Logger")) {
            jars.add(copied(
                    type(name)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath(),
                    folder));
        }
        var archive = Binaries.archive().getPath();
        jars.add(copied(archive.substring("file:".length(), archive.indexOf('!')), folder));
        return String.join(":", jars);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    private static String copied(String jar, Path folder) throws IOException {
        var source = Path.of(jar);
        var copy = Files.copy(source, folder.resolve(source.getFileName()));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        return copy.toString();
    }

    private static Process alone(Path data) throws IOException {
        var process = new ProcessBuilder(
                        java(), "-cp", System.getProperty("java.class.path"), Alone.class.getName(), data.toString())
                .redirectErrorStream(true)
                .start();
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var all = new StringBuilder();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("port ")) {
                return process;
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("it ended before it was ready: " + all);
    }

    private static Residents residents() throws IOException {
        return new Residents(data.toRealPath().resolve("pg18"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static int countIn(Path data) throws SQLException {
        try (var server = OwnPostgres.start(data)) {
            return count(server);
        }
    }

    private static int addOne(OwnPostgres server) throws SQLException {
        run(server, "create table if not exists kept (id int)");
        run(server, "insert into kept select coalesce(max(id), 0) + 1 from kept");
        return count(server);
    }

    private static int count(OwnPostgres server) throws SQLException {
        run(server, "create table if not exists kept (id int)");
        try (var connection = server.connections().getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(OwnPostgres server, String sql) throws SQLException {
        try (var connection = server.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(OwnPostgres server, String name) throws SQLException {
        try (var connection = server.connections().getConnection();
                var rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean answers(OwnPostgres server) {
        try {
            return setting(server, "fsync").equals("on");
        } catch (SQLException notYet) {
            return false;
        }
    }
}
