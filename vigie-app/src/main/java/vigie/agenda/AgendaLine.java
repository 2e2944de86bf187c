package vigie.agenda;

import org.jspecify.annotations.Nullable;

/**
 * One line of an agenda: a sentence of the messages, and the page behind it.
 *
 * @param key the sentence; its places are filled with {@code arguments}
 * @param link the path of the page that says more
 */
public record AgendaLine(
        String key,
        java.util.List<Object> arguments,
        @Nullable String link) {
    /** A line with the values for its places. */
    public static AgendaLine of(@Nullable String link, String key, Object... arguments) {
        return new AgendaLine(key, java.util.List.of(arguments), link);
    }
}
