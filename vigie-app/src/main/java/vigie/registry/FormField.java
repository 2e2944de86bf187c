package vigie.registry;

import java.util.List;

/**
 * One field of a form of the registry.
 *
 * @param name its name in the form and in the JSON of the API; its label is {@code registry.field.<name>}
 * @param owned whether a source owns it: shown, but changed over there
 * @param options what may be chosen; empty for free text
 */
public record FormField(String name, Sort sort, String value, boolean required, boolean owned, List<String> options) {
    /** How it is filled in. */
    public enum Sort {
        /** One line. */
        TEXT,
        /** One line, with proposals. */
        PROPOSED,
        /** Several lines. */
        LINES,
        /** One of the options. */
        CHOICE,
        /** Yes or no. */
        YES,
        /** Any of the options. */
        MANY
    }

    static FormField text(String name, String value) {
        return new FormField(name, Sort.TEXT, value, false, false, List.of());
    }

    static FormField must(String name, String value) {
        return new FormField(name, Sort.TEXT, value, true, false, List.of());
    }

    static FormField lines(String name, List<String> value) {
        return new FormField(name, Sort.LINES, String.join("\n", value), false, false, List.of());
    }

    static FormField yes(String name, boolean value) {
        return new FormField(name, Sort.YES, Boolean.toString(value), true, false, List.of("true", "false"));
    }

    static FormField of(Sort sort, String name, String value, List<String> options) {
        return new FormField(name, sort, value, false, false, options);
    }

    /** Its value as JSON says it: several as a list. */
    Object told() {
        return switch (sort) {
            case MANY, LINES -> value.lines().toList();
            case YES -> Boolean.valueOf(value);
            default -> value;
        };
    }

    /** Whether what was typed says something else, however it is spaced and in whatever order it is chosen. */
    public boolean differsFrom(String typed) {
        return !lines(value).equals(lines(typed));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    FormField ownedBy(String source) {
        return new FormField(name, sort, value, required, !source.isEmpty(), options);
    }

    /** Whether an option is chosen in what was typed or kept; several stand on lines of their own. */
    public boolean chooses(String typed, String option) {
        return typed.lines().anyMatch(option::equals);
    }
}
