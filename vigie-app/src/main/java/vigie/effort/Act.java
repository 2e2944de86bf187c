package vigie.effort;

import java.time.Instant;

/**
 * Something that a person did for a site.
 *
 * @param deed the number of the journal's line, which makes it count once
 * @param person who did it; 0 once that has been kept long enough
 * @param home the site to which they belong; 0 for those who belong to none, such as an NGI's own people
 * @param site the site for which it was done
 * @param what the key of the sentence that says what was done
 * @param about what it was done to, such as {@code ticket:12}
 */
public record Act(long deed, Instant at, long person, long home, long site, String what, String about) {
    /** Whether it was done for another site than one's own. */
    public boolean isHelp() {
        return home != site;
    }
}
