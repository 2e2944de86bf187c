package vigie.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import vigie.status.Status;

/**
 * What a plugin printed, taken apart as Nagios does: a first line, further lines, and performance data after a {@code |} on
 * the first line and after another one in the further lines.
 */
final class PluginOutput {
    private static final int LINE = 4000;

    private PluginOutput() {}

    /** The outcome of an exit code and of what was printed. */
    static Outcome read(int exitCode, byte[] printed, boolean cut) {
        var text = text(printed).strip();
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var rest = end < 0 ? "" : text.substring(end + 1);
        var data = new StringJoiner(" ");
        var bar = first.indexOf('|');
        if (bar >= 0) {
            data.add(first.substring(bar + 1).strip());
            first = first.substring(0, bar);
        }
        var second = rest.indexOf('|');
        if (second >= 0) {
            data.add(rest.substring(second + 1).replace('\n', ' ').strip());
            rest = rest.substring(0, second);
        }
        var summary = first.strip();
        if (exitCode < 0 || exitCode > 3) {
            summary = "exit code %d (expected: 0 to 3)%s".formatted(exitCode, summary.isEmpty() ? "" : ": " + summary);
        } else if (summary.isEmpty()) {
            summary = "the plugin printed nothing";
        }
        return new Outcome(
                Status.ofExitCode(exitCode),
                summary.length() > LINE ? summary.substring(0, LINE) + "…" : summary,
                cut ? rest.strip() + "\n[…]" : rest.strip(),
                data.toString().strip());
    }

    /** UTF-8 where it is; otherwise each byte is a letter of Latin-1, so that nothing is lost. */
    static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.replace('\0', '␀').replace("\r\n", "\n");
    }
}
