package vigie.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files that may be handed in: what can be read or seen, and nothing that runs. Name and content must agree. */
enum FileKind {
    PDF("application/pdf", Set.of("pdf"), "%PDF-"),
    PNG("image/png", Set.of("png"), "\u0089PNG\r\n"),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), "\u00FF\u00D8\u00FF"),
    GZIP("application/gzip", Set.of("gz", "tgz"), "\u001F\u008B"),
    ZIP("application/zip", Set.of("zip"), "PK\u0003\u0004"),
    TEXT("text/plain", Set.of("txt", "log", "out", "err", "csv", "json", "xml", "conf", "ldif"), "");

    private final String type;
    private final Set<String> endings;
    private final String begins;

    FileKind(String type, Set<String> endings, String begins) {
        this.type = type;
        this.endings = endings;
        this.begins = begins;
    }

    String type() {
        return type;
    }

    /** The kind of a file of this name and content; empty where it is none that is taken. */
    static Optional<FileKind> of(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (kind.endings.contains(ending)) {
                return kind.begins(content) ? Optional.of(kind) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] content) {
        if (this == TEXT) {
            return isText(content);
        }
        if (content.length < begins.length()) {
            return false;
        }
        for (var i = 0; i < begins.length(); i++) {
            if ((content[i] & 0xFF) != begins.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it holds no character that no text has, whatever its encoding. */
    private static boolean isText(byte[] content) {
        for (var each : content) {
            var control = each >= 0 && each < 0x20 && each != '\n' && each != '\r' && each != '\t' && each != '\f';
            if (control && each != 0x1B) {
                return false;
            }
        }
        return true;
    }
}
