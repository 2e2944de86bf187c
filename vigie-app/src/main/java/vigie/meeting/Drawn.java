package vigie.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of an agenda in the words of one language.
 *
 * @param section its key, which is its name when frozen
 * @param empty what it says when it has no line
 */
public record Drawn(String section, int place, String title, String empty, List<Line> lines) {

    /** One line and the page behind it. */
    public record Line(String text, @Nullable String link) {}
}
