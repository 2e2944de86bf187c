package vigie.helpdesk;

import java.util.List;

/**
 * One row cannot be taken; the others are.
 *
 * @see RefusedLine
 */
final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final String field;
    private final String value;
    private final String expected;
    private final transient List<String> arguments;

    LineRefused(String field, String value, String expected, String... arguments) {
        super(field, null, false, false);
        this.field = field;
        this.value = value;
        this.expected = expected;
        this.arguments = List.of(arguments);
    }

    RefusedLine of(Line line, String ticket) {
        return new RefusedLine(
                line.number(),
                clean(ticket, LONGEST),
                field,
                clean(value, LONGEST),
                expected,
                arguments,
                clean(line.raw(), 4000));
    }

    /** What a table can hold, and no more of it than a person reads. */
    static String clean(String text, int longest) {
        var whole = text.replace('\0', '\uFFFD');
        return whole.length() > longest ? whole.substring(0, longest) + "..." : whole;
    }
}
