package vigie.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one plugin has started: what is in its session, and what left the session but bears its mark. Asking Java for
 * the descendants of a process would miss those whose parent has ended.
 */
final class Offspring {
    /** The variable that holds the mark. */
    static final String MARK = "VIGIE_CHECK";

    private static final int ROUNDS = 20;

    private final String session;
    private final String mark;

    Offspring(long session, String mark) {
        this.session = Long.toString(session);
        this.mark = MARK + "=" + mark;
    }

    /** Ends every one of them; asks again, since one may start another meanwhile. */
    void end() {
        for (var round = 0; round < ROUNDS; round++) {
            var found = alive();
            if (found.isEmpty()) {
                return;
            }
            found.forEach(process -> ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    List<Long> alive() {
        var found = new ArrayList<Long>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (belongs(process)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException noProc) {
            return List.of();
        }
        return found;
    }

    /** The fields of stat after the name: state, parent, group, session; see proc(5). */
    private boolean belongs(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
            if (fields[0].equals("Z")) {
                return false;
            }
            return fields[3].equals(session)
                    || Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(mark);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
