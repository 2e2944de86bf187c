package vigie.source;

import java.util.List;

/** One row cannot be taken; caught where rows are read one by one, and kept as a misfit. */
final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String expected;
    private final transient List<String> arguments;

    RowRefused(String field, String value, String expected, String... arguments) {
        super(field, null, false, false);
        this.field = field;
        this.value = value;
        this.expected = expected;
        this.arguments = List.of(arguments);
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String expected() {
        return expected;
    }

    List<String> arguments() {
        return arguments;
    }
}
