package vigie.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.House;

/** What ./vigie says before it builds or runs anything. */
class LauncherTest {
    private static final Path VIGIE = Path.of("../vigie").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void it_tells_its_words() throws Exception {
        assertThat(said(Map.of(), "--help")).contains("./vigie demo", "./vigie restore FILE", "VIGIE_DATABASE_URL");
    }

    @Test
    void a_missing_jdk_is_told_in_one_line() throws Exception {
        jdk("old", "17.0.15");
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("sh", "dirname", "sed")) {
            var link = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(link) ? link : Path.of("/bin", tool));
        }
        var nowhere = Map.of(
                "JAVA_HOME", folder.resolve("old").toString(),
                "VIGIE_JVM_FOLDER", folder.toString(),
                "HOME", folder.toString(),
                "PATH", tools.toString());
        var text = said(nowhere, "build");
        assertThat(text.strip().lines()).hasSize(1);
        assertThat(text).contains("no JDK 25 or later was found", "VIGIE_JAVA_HOME");
    }

    @Test
    void a_jdk_that_is_named_must_be_recent() throws Exception {
        jdk("named", "21.0.1");
        assertThat(said(Map.of("VIGIE_JAVA_HOME", folder.resolve("named").toString()), "build"))
                .contains("is no JDK 25 or later (found: version '21')");
    }

    @Test
    void what_cannot_work_is_refused_before_anything_is_built() throws Exception {
        assertThat(said(Map.of(), "dance")).contains("'dance' is not known");
        assertThat(said(Map.of(), "demo", "--port", "many")).contains("--port 'many' (expected: a number");
        assertThat(said(Map.of(), "start", "--port")).contains("--port needs a value");
        assertThat(said(Map.of(), "start", "--reset")).contains("--reset is for ./vigie demo only");
        assertThat(said(Map.of(), "start", "--tls-cert", "x.pem")).contains("--tls-cert and --tls-key go together");
        assertThat(said(Map.of(), "backup")).contains("expected one file: ./vigie backup FILE");
        assertThat(said(Map.of(), "start", "quickly")).contains("does not know 'quickly'");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(said(Map.of(), "start", "--port", port, "--data", folder.toString()))
                    .contains("port " + port + " is taken", "--port");
        }
    }

    @Test
    void demonstration_and_real_instance_never_share_a_folder() throws Exception {
        Files.writeString(folder.resolve("kind"), "demo\n");
        assertThat(said(Map.of(), "start", "--port", freePort(), "--data", folder.toString()))
                .contains("belongs to ./vigie demo", "--data");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(said(
                        Map.of(),
                        "start",
                        "--port",
                        freePort(),
                        "--data",
                        file.resolve("data").toString()))
                .contains("file/data may not be written", "--data");
    }

    @Test
    void a_missing_maven_and_one_that_is_too_old_are_told_in_one_line() throws Exception {
        var clone = cloned();
        var path = Map.of(
                "PATH",
                tools().toString(),
                "VIGIE_JAVA_HOME",
                folder.resolve("new").toString());
        assertThat(said(clone, path, "build").strip())
                .isEqualTo("vigie: Maven 3.8 or later is missing: install it (Debian: apt-get install maven).");
        script(folder.resolve("tools/mvn"), "echo 'Apache Maven 3.6.3 (of a test)'");
        assertThat(said(clone, path, "build").strip())
                .isEqualTo(
                        "vigie: Maven 3.8 or later is needed (found: Apache Maven 3.6.3 (of a test)): install a later one.");
    }

    @Test
    void of_two_builds_at_once_the_second_waits_and_finds_all_built() throws Exception {
        var clone = cloned();
        var log = folder.resolve("builds");
        var go = folder.resolve("go");
        script(folder.resolve("bin/mvn"), """
                if [ "$1" = -v ]; then echo 'Apache Maven 3.9.9 (of a test)'; exit; fi
                echo build >>'%s'
                until [ -e '%s' ]; do sleep 0.1; done
                mkdir -p vigie-app/target
                echo jar >vigie-app/target/vigie-app-exec.jar""".formatted(log, go));
        var environment = Map.of(
                "PATH",
                folder.resolve("bin") + ":" + System.getenv("PATH"),
                "VIGIE_JAVA_HOME",
                folder.resolve("new").toString(),
                "VIGIE_CACHE",
                "no");
        var first = started(clone, environment, "build");
        House.eventually(() -> Files.exists(log));
        var second = started(clone, environment, "build");
        var told = second.inputReader(StandardCharsets.UTF_8);
        assertThat(told.readLine()).contains("waiting for another build");
        Files.createFile(go);
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(log).hasContent("build");
    }

    /** A clone of the launcher alone, and a JDK that unpacks by copying. */
    private Path cloned() throws IOException {
        var clone = Files.createDirectories(folder.resolve("clone"));
        Files.copy(VIGIE, clone.resolve("vigie"));
        Files.createDirectories(clone.resolve("vigie-app/src/main"));
        for (var file : List.of("pom.xml", "vigie-app/pom.xml")) {
            Files.writeString(clone.resolve(file), "<project/>");
        }
        jdk("new", "25.0.3");
        script(folder.resolve("new/bin/java"), "shift 4; mkdir -p \"$2\"");
        return clone;
    }

    /** What a launcher needs of a machine, and no Maven. */
    private Path tools() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool :
                List.of("sh", "dirname", "sed", "id", "mkdir", "flock", "find", "head", "rm", "mv", "awk", "df")) {
            var link = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(link) ? link : Path.of("/bin", tool));
        }
        return tools;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String freePort() throws IOException {
        return Integer.toString(FreePort.preferring(0));
    }

    private void jdk(String name, String version) throws IOException {
        var bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var javac = Files.writeString(bin.resolve("javac"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(javac, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String said(Map<String, String> environment, String... words) throws Exception {
        return said(VIGIE.getParent(), environment, words);
    }

    /** All it said, after it ended with 1; with 0 for its help. */
    private String said(Path clone, Map<String, String> environment, String... words) throws Exception {
        var process = started(clone, environment, words);
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(words[0].equals("--help") ? 0 : 1);
        return text;
    }

    private static Process started(Path clone, Map<String, String> environment, String... words) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", clone.resolve("vigie").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("VIGIE_JAVA_HOME");
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
