package vigie.helpdesk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import vigie.words.Refusal;

/** Reads a table of tickets in UTF-8, its columns set apart by commas, semicolons or tabs; the first line names them. */
final class CsvTickets {
    private CsvTickets() {}

    /** Hands over each row; one with too many or too few columns goes to {@code odd}. */
    static void read(String name, byte[] bytes, Consumer<Line> row, Consumer<RefusedLine> odd) {
        var text = decode(name, bytes);
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            var each = rows.iterator();
            if (!each.hasNext()) {
                throw Refusal.unreadable("file", "helpdesk.file.empty", name);
            }
            var columns = each.next().getFields().stream().map(Line::name).toList();
            if (new HashSet<>(columns).size() != columns.size() || !Telling.isTable(columns)) {
                throw Refusal.unreadable(
                        "file", "helpdesk.file.columns", name, LineRefused.clean(String.join(", ", columns), 200));
            }
            while (each.hasNext()) {
                take(each.next(), columns, row, odd);
            }
        } catch (CsvParseException broken) {
            throw Refusal.unreadable("file", "helpdesk.file.broken-csv", name, String.valueOf(broken.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void take(CsvRecord found, List<String> columns, Consumer<Line> row, Consumer<RefusedLine> odd) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < Math.min(columns.size(), found.getFieldCount()); i++) {
            values.put(columns.get(i), found.getField(i));
        }
        var line = new Line(Math.toIntExact(found.getStartingLineNumber()), values, RefusedCsv.row(found.getFields()));
        if (found.getFieldCount() == columns.size()) {
            row.accept(line);
        } else {
            odd.accept(new LineRefused(
                            "",
                            Integer.toString(found.getFieldCount()),
                            "helpdesk.expected.columns",
                            Integer.toString(columns.size()))
                    .of(line, found.getField(0)));
        }
    }

    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        return head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /** The text, or a refusal that names the line of the first byte that is no UTF-8. */
    private static String decode(String name, byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            // a decoder of its own reports what it cannot read
            var text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            var at = Math.min(input.position(), bytes.length - 1);
            var line = 1;
            for (var i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw Refusal.unreadable(
                    "file", "helpdesk.file.not-utf8", name, line, "0x%02X".formatted(bytes[at] & 0xFF));
        }
    }
}
