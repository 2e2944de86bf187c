package vigie.monitor;

import tools.jackson.core.JacksonException;
import vigie.words.Words;

/** A body that is no JSON at all, and where it stops to be. Nothing of it counts. */
final class BodyIsMalformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int line;
    final int column;

    BodyIsMalformed(int line, int column, String found) {
        super(Words.ENGLISH.say("monitor.malformed", String.valueOf(line), String.valueOf(column), found));
        this.line = line;
        this.column = column;
    }

    static BodyIsMalformed of(JacksonException fault, String found) {
        var at = fault.getLocation();
        return new BodyIsMalformed(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), found);
    }
}
