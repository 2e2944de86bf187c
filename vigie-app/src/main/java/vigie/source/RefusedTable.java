package vigie.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vigie.registry.Misfit;
import vigie.words.Words;

/** The rows that were refused, as a table to be taken home and mended. */
final class RefusedTable {
    private RefusedTable() {}

    static ResponseEntity<String> answer(long run, List<Misfit> misfits, Words words) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + run + ".csv\"")
                .body(text(misfits, words));
    }

    static String text(List<Misfit> misfits, Words words) {
        var text = new StringWriter();
        try (var table = CsvWriter.builder().build(text)) {
            write(table, misfits, words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(CsvWriter table, List<Misfit> misfits, Words words) {
        table.writeRecord("file", "line", "about", "field", "value", "expected");
        for (var misfit : misfits) {
            table.writeRecord(
                    harmless(misfit.place().file()),
                    Integer.toString(misfit.place().line()),
                    harmless(misfit.row()),
                    harmless(misfit.field()),
                    harmless(misfit.value()),
                    expected(misfit, words));
        }
    }

    static String expected(Misfit misfit, Words words) {
        return words.say(misfit.expected(), misfit.arguments().toArray());
    }

    /** A spreadsheet would run what begins so. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
