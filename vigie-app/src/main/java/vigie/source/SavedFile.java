package vigie.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vigie.words.Refusal;

/** A file that somebody hands in: a saved answer of a registry, or a table. */
final class SavedFile {
    private SavedFile() {}

    /** Reads it into the draft; a file that says nothing at all is refused. */
    static void read(String name, byte[] bytes, Draft draft) {
        if (bytes.length == 0) {
            throw Refusal.unreadable("file", "source.empty-file", name);
        }
        if (isXml(name, bytes)) {
            var rows = new GocdbRows(name, draft);
            XmlAnswer.read(name, bytes, rows::take);
        } else {
            CsvFile.read(name, bytes, draft);
        }
        if (draft.isEmpty()) {
            throw Refusal.unreadable("file", "source.nothing-in-it", name);
        }
    }

    private static boolean isXml(String name, byte[] bytes) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml")
                || new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .stripLeading()
                        .startsWith("<");
    }
}
