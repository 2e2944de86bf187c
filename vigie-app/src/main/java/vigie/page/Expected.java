package vigie.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.words.Words;

/** What a value was expected to be, in words: nobody outside knows the names of our types. */
final class Expected {
    private static final int LONGEST = 100;

    private Expected() {}

    static String of(@Nullable Class<?> type, Words words) {
        if (type == null) {
            return words.say("page.expected.object");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return words.say("page.expected.boolean");
        }
        if (type == String.class) {
            return words.say("page.expected.text");
        }
        if (type == Instant.class) {
            return words.say("page.expected.moment");
        }
        if (type == LocalDate.class) {
            return words.say("page.expected.day");
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return words.say("page.expected.list");
        }
        return words.say(
                type.isPrimitive() || Number.class.isAssignableFrom(type)
                        ? "page.expected.number"
                        : "page.expected.object");
    }

    /** Enough of a value to know it again. */
    static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
}
