package vigie.match;

import java.time.Duration;
import java.util.List;

/**
 * The problem of which something was said, and why it is thought so.
 *
 * @param reason {@code match.host} where a machine was named, {@code match.words} where the words of the check stand in the
 *     text, {@code match.service} where a kind of service was named, {@code match.site} where all of a site was
 * @param word what in the text said it
 * @param both the symptoms that both sides tell, such as {@code forbidden}
 * @param after how long after the problem began it was said; negative where it was said before
 */
public record Match(long problem, String reason, String word, List<String> both, Duration after) {
    /**
     * Whether nothing is left to guess: a machine was named, or the words of the check were quoted, and both sides tell the
     * same symptom.
     */
    public boolean isCertain() {
        return (reason.equals("match.host") || reason.equals("match.words")) && !both.isEmpty();
    }
}
