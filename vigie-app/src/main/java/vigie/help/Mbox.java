package vigie.help;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.words.Refusal;

/**
 * Takes an mbox file apart (RFC 4155, in the reading of mboxrd), mail by mail, without ever holding more than one.
 *
 * <p>A mail begins at a line {@code From somebody Tue Mar 12 09:11:10 2013} at the start of the file or behind an empty
 * line; within a mail {@code >From} stands for {@code From}.
 */
final class Mbox {
    private static final Pattern BEGINS =
            Pattern.compile("From \\S.*\\s\\d{1,2}:\\d{2}(:\\d{2})?\\b.*\\b\\d{4}\\b.*\\s*");
    private static final Pattern ESCAPED = Pattern.compile("(?s)>+From .*");
    private static final Pattern DATE = Pattern.compile(
            "([A-Z][a-z]{2})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s+(?:[A-Z]{3,4}\\s+|[+-]\\d{4}\\s+)?(\\d{4})");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("MMM d H:mm[:ss] yyyy", Locale.ENGLISH);

    private final InputStream in;
    private final int largest;
    private final byte[] read = new byte[1 << 16];
    private final byte[] line = new byte[8192];
    private int at;
    private int filled;
    private int length;
    private long offset;
    private boolean startsLine = true;
    private boolean afterBlank = true;
    private int position;
    private String envelope = "";

    /**
     * One mail of the file.
     *
     * @param position its number in the file, from 1
     * @param from where it begins, in bytes from the start of the file
     * @param bytes how large it is
     * @param raw its bytes; only the first of them where it is larger than may be
     * @param written what the line before it says of its time, in UTC; empty where that cannot be read
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(int position, long from, long bytes, byte[] raw, Optional<Instant> written) {
        boolean isCut() {
            return raw.length < bytes;
        }
    }

    /** @param largest no more bytes of one mail are kept */
    Mbox(InputStream in, int largest) throws IOException {
        this.in = in;
        this.largest = largest;
        while (nextLine()) {
            var text = text();
            if (isBegin(text)) {
                envelope = text;
                return;
            }
            if (!text.isBlank()) {
                throw Refusal.unreadable(
                        "file",
                        "help.no-mbox",
                        text.strip().substring(0, Math.min(60, text.strip().length())));
            }
        }
        throw Refusal.unreadable("file", "help.no-mbox", "");
    }

    /** The next mail; empty at the end of the file. */
    Optional<Piece> next() throws IOException {
        if (envelope.isEmpty()) {
            return Optional.empty();
        }
        var written = date(envelope);
        envelope = "";
        var from = offset;
        var kept = new ByteArrayOutputStream();
        var bytes = 0L;
        while (nextLine()) {
            var text = length > 4 && (line[0] == 'F' || line[0] == '>') && startsLine ? text() : "";
            if (afterBlank && isBegin(text)) {
                envelope = text;
                break;
            }
            var skip = ESCAPED.matcher(text).matches() ? 1 : 0;
            var fits = Math.min(length - skip, largest - kept.size());
            kept.write(line, skip, Math.max(0, fits));
            bytes += length - skip;
            afterBlank = startsLine && isBlank();
        }
        return Optional.of(new Piece(++position, from, bytes, kept.toByteArray(), written));
    }

    /** Reads a line, or as much of it as is looked at in one go; false at the end of the file. */
    private boolean nextLine() throws IOException {
        startsLine = length == 0 || line[length - 1] == '\n';
        length = 0;
        while (length < line.length) {
            if (at == filled) {
                filled = in.read(read);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    break;
                }
            }
            var next = read[at++];
            line[length++] = next;
            offset++;
            if (next == '\n') {
                break;
            }
        }
        return length > 0;
    }

    private boolean isBlank() {
        return (length == 1 && line[0] == '\n') || (length == 2 && line[0] == '\r' && line[1] == '\n');
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isBegin(String text) {
        return text.startsWith("From ") && BEGINS.matcher(text).matches();
    }

    private static Optional<Instant> date(String envelope) {
        var found = DATE.matcher(envelope);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            var written = "%s %s %s %s".formatted(found.group(1), found.group(2), found.group(3), found.group(4));
            return Optional.of(LocalDateTime.parse(written, WRITTEN).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
