package vigie.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign of how a part of Vigie itself does, shown on the upkeep page and counted at {@code /metrics}.
 *
 * @param key the sentence that tells it, filled with {@code arguments}; its first two words, such as
 *     {@code source.vital} of {@code source.vital.dead}, are also the name of its gauge
 * @param well whether it is as it should be
 * @param value what the gauge shows
 * @param link the path of the list behind it; null where there is none
 */
public record Vital(
        String key,
        boolean well,
        double value,
        List<Object> arguments,
        @Nullable String link) {
    /** The name under which it is counted, the same whether it is well or not. */
    public String gauge() {
        var words = key.split("\\.");
        return words.length < 3 ? key : words[0] + "." + words[1];
    }

    /** A sign with the values for the places of its sentence. */
    public static Vital of(String key, boolean well, double value, Object... arguments) {
        return new Vital(key, well, value, List.of(arguments), null);
    }

    /** The same with the list behind it. */
    public Vital at(String path) {
        return new Vital(key, well, value, arguments, path);
    }
}
