package vigie.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vigie.registry.Misfit;
import vigie.registry.Origins.Place;
import vigie.words.Refusal;

/**
 * Reads a table in UTF-8, its columns set apart by commas, semicolons or tabs. What it is about follows from the names
 * of its columns in the first line.
 */
final class CsvFile {
    private final String name;
    private final String text;

    private CsvFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static void read(String name, byte[] bytes, Draft draft) {
        new CsvFile(name, decode(name, bytes)).readAll(draft);
    }

    private void readAll(Draft draft) {
        if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
            throw Refusal.unreadable("file", "source.open-quote", name, lineOfLastQuote());
        }
        var separator = separator();
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            var each = rows.iterator();
            if (!each.hasNext()) {
                throw Refusal.unreadable("file", "source.empty-file", name);
            }
            var columns = columns(each.next());
            var kind = CsvKind.of(name, columns);
            while (each.hasNext()) {
                take(each.next(), columns, kind, draft);
            }
        } catch (CsvParseException broken) {
            throw Refusal.unreadable("file", "source.broken-csv", name, String.valueOf(broken.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void take(CsvRecord line, List<String> columns, CsvKind kind, Draft draft) {
        var place = new Place(name, Math.toIntExact(line.getStartingLineNumber()));
        if (line.getFieldCount() != columns.size()) {
            draft.misfit(new Misfit(
                    place,
                    line.getField(0),
                    "",
                    Integer.toString(line.getFieldCount()),
                    "source.expected.columns",
                    List.of(Integer.toString(columns.size()))));
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (var i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), line.getField(i));
        }
        var row = new Row(
                place,
                kind.name().toLowerCase(Locale.ROOT) + " " + line.getField(0),
                field -> values.getOrDefault(field, ""));
        draft.row(row, read -> kind.take(read, draft));
    }

    private List<String> columns(CsvRecord head) {
        var columns = new ArrayList<String>();
        for (var field : head.getFields()) {
            columns.add(field.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
        }
        if (new HashSet<>(columns).size() != columns.size()) {
            throw Refusal.unreadable("file", "source.column-twice", name, columns.toString());
        }
        return columns;
    }

    private char separator() {
        var head = text.lines().findFirst().orElse("");
        return head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private long lineOfLastQuote() {
        return 1
                + text.substring(0, text.lastIndexOf('"'))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    /** The text, or a refusal that names the line of the first byte that is no UTF-8. */
    private static String decode(String name, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            var at = Math.min(input.position(), bytes.length - 1);
            var line = 1;
            for (var i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw Refusal.unreadable("file", "source.not-utf8", name, line, "0x%02X".formatted(bytes[at] & 0xFF));
        }
    }
}
