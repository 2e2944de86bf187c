package vigie.joint;

import java.time.Instant;
import java.util.List;

/**
 * One line of the common history of a problem and of what people wrote of it.
 *
 * @param number of the problem, the ticket or the call
 * @param who the name of who said or did it; empty for nobody, or where that may not be seen
 * @param text its lines
 */
public record StoryLine(Instant at, Origin origin, long number, String who, List<String> text) {
    /** The page from which it comes. */
    public String path() {
        return switch (origin) {
            case PROBLEM -> "/problems/" + number;
            case TICKET -> "/tickets/" + number;
            case CALL -> "/calls/" + number;
        };
    }
}
