package vigie.helpdesk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vigie.words.Words;

/** The rows that were refused, as a table to be taken home, mended and handed in again. */
final class RefusedCsv {
    private RefusedCsv() {}

    static ResponseEntity<String> answer(long intake, List<RefusedLine> lines, Words words) {
        var text = new StringWriter();
        try (var table = CsvWriter.builder().build(text)) {
            table.writeRecord("line", "ticket", "field", "value", "expected", "row");
            for (var line : lines) {
                table.writeRecord(
                        Integer.toString(line.line()),
                        harmless(line.ticket()),
                        line.field(),
                        harmless(line.value()),
                        words.say(line.expected(), line.arguments().toArray()),
                        harmless(line.raw()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + intake + ".csv\"")
                .body(text.toString());
    }

    /** A row as it would stand in a table. */
    static String row(List<String> fields) {
        var text = new StringWriter();
        try (var table = CsvWriter.builder().build(text)) {
            table.writeRecord(fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().strip();
    }

    /** A spreadsheet would run what begins so. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
