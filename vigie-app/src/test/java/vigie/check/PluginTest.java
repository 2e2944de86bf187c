package vigie.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.House;
import vigie.status.Status;

class PluginTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Plugin plugin = new Plugin();

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            0   ! all is well                        ! OK       ! all is well               !              ! ``
            1   ! slow |time=3s;2;5                  ! WARNING  ! slow                      ! time=3s;2;5  ! ``
            2   ! down\\nmore\\nlines                ! CRITICAL ! down                      ! ``           ! more\\nlines
            3   ! who knows                          ! UNKNOWN  ! who knows                 ! ``           ! ``
            0   ! up|a=1\\nlong|b=2\\nc=3            ! OK       ! up                        ! a=1 b=2 c=3  ! long
            4   ! out of bounds                      ! UNKNOWN  ! exit code 4 (expected: 0 to 3): out of bounds ! `` ! ``
            127 ! ``                                 ! UNKNOWN  ! exit code 127 (expected: 0 to 3) ! ``     ! ``
            0   ! ``                                 ! OK       ! the plugin printed nothing ! ``          ! ``
            0   ! size=187B|size=187B;;;0;           ! OK       ! size=187B                 ! size=187B;;;0; ! ``
            """)
    void the_contract_of_plugins(int code, String printed, Status status, String summary, String data, String message) {
        var outcome = PluginOutput.read(code, printed.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), false);
        assertThat(outcome)
                .isEqualTo(new Outcome(status, summary, message.replace("\\n", "\n"), data == null ? "" : data));
    }

    @Test
    void an_executable_is_run_with_its_words_as_they_are() throws Exception {
        var script = script("printf '%s;' \"$@\"; echo \"|words=$#\"; exit 1");
        var outcome = plugin.run(List.of(script, "a b", "$(id)", "; rm -rf /", "*"), LONG);
        assertThat(outcome).isEqualTo(Outcome.of(Status.WARNING, "a b;$(id);; rm -rf /;*;", "words=4"));
    }

    @Test
    void it_sees_nothing_of_vigies_environment() throws Exception {
        var outcome = plugin.run(List.of(script("env | cut -d= -f1 | sort | tr '\\n' ' '")), LONG);
        assertThat(outcome.summary().split(" "))
                .isSubsetOf("PATH", "LC_ALL", "VIGIE_CHECK", "PWD", "_", "SHLVL", "OLDPWD");
    }

    @Test
    void ten_megabytes_of_output_are_read_and_the_beginning_is_kept() throws Exception {
        var script = script(
                "echo the first line; i=0; while [ $i -lt 160 ]; do head -c 65536 /dev/zero | tr '\\0' x; i=$((i+1)); done; exit 2");
        var outcome = plugin.run(List.of(script), Duration.ofSeconds(60));
        assertThat(outcome.status()).isEqualTo(Status.CRITICAL);
        assertThat(outcome.summary()).isEqualTo("the first line");
        assertThat(outcome.message())
                .hasSizeBetween(Plugin.KEPT - 100, Plugin.KEPT)
                .endsWith("[…]");
    }

    @Test
    void a_first_line_without_end_is_cut() throws Exception {
        var outcome = plugin.run(List.of(script("head -c 300000 /dev/zero | tr '\\0' y")), LONG);
        assertThat(outcome.summary()).hasSize(4001).endsWith("y…");
    }

    @Test
    void one_that_hangs_is_ended_with_all_it_started() throws Exception {
        var kept = folder.resolve("children");
        var script = script("sleep 1000 & echo $! >> " + kept + "; setsid sleep 1000 & echo $! >> " + kept
                + "; echo begun; sleep 1000");
        var outcome = plugin.run(List.of(script), Duration.ofSeconds(2));
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.summary()).startsWith("no answer within 2 s");
        assertThatAllHaveGone(kept, 2);
    }

    @Test
    void a_child_that_stays_behind_is_ended_and_nobody_waits_for_it() throws Exception {
        var kept = folder.resolve("children");
        // The first keeps the output open; the second is handed on to the first process of the machine.
        var script = script("sleep 1000 & echo $! >> " + kept + "; (setsid sleep 1000 >/dev/null 2>&1 & echo $! >> "
                + kept + "); echo done; exit 0");
        var outcome = plugin.run(List.of(script), LONG);
        assertThat(outcome).isEqualTo(Outcome.of(Status.OK, "done", ""));
        assertThatAllHaveGone(kept, 2);
    }

    @Test
    void one_that_is_killed_is_unknown() throws Exception {
        var outcome = plugin.run(List.of(script("echo so far; kill -9 $$")), LONG);
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.summary()).contains("so far");
    }

    @Test
    void one_that_is_not_there_is_unknown_and_says_so() throws Exception {
        assertThat(plugin.run(List.of("/usr/lib/nagios/plugins/check_nothing"), LONG))
                .isEqualTo(
                        Outcome.unknown("plugin /usr/lib/nagios/plugins/check_nothing (expected: an executable file)"));
        assertThat(plugin.run(List.of("/etc"), LONG).summary()).contains("expected: an executable file");
    }

    @Test
    void output_in_another_encoding_loses_no_letter() throws Exception {
        var outcome = plugin.run(List.of(script("printf 'caf\\351 \\000 closed\\n'")), LONG);
        assertThat(outcome.summary()).isEqualTo("café ␀ closed");
    }

    @Test
    void what_it_says_on_the_other_channel_is_told_where_it_says_nothing_else() throws Exception {
        var outcome = plugin.run(List.of(script("echo broken >&2; exit 3")), LONG);
        assertThat(outcome).isEqualTo(Outcome.unknown("broken"));
    }

    private String script(String text) throws IOException {
        var file = Files.createTempFile(
                folder,
                "check",
                ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return file.toString();
    }

    private static void assertThatAllHaveGone(Path kept, int count) throws IOException {
        var children = new ArrayList<>(Files.readAllLines(kept));
        assertThat(children).hasSize(count);
        House.eventually(() -> children.stream().noneMatch(PluginTest::isAlive));
    }

    private static boolean isAlive(String process) {
        try {
            var stat = Files.readString(Path.of("/proc", process, "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }
}
