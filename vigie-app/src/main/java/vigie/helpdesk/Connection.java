package vigie.helpdesk;

import java.time.Duration;
import java.util.List;

/**
 * How a helpdesk is reached and what is done there.
 *
 * @param name by which it is known here, also where its address changes
 * @param token the API token; never told to anybody
 * @param groups whose tickets are ours; the first is that in which ours are opened
 * @param test in a trial all goes to {@code testGroup}, seen by nobody outside, for no site and for no customer but
 *     ourselves: nobody is mailed
 * @param siteFields the fields that may name a site, the first that is filled counts, and ours is written in the first
 * @param customer for whom our tickets are opened; empty for ourselves
 * @param states states by their names there that mean one of ours, beside those that are known
 */
record Connection(
        String name,
        Mode mode,
        String url,
        String token,
        List<String> groups,
        boolean test,
        String testGroup,
        List<String> siteFields,
        String customer,
        String states,
        Duration every,
        Duration overlap,
        Duration patience,
        int pageSize) {
    /** What is done. */
    enum Mode {
        /** Nothing. */
        OFF,
        /** TheirTicket come here; nothing is told there. */
        READ,
        /** Both ways. */
        BOTH
    }

    boolean reads() {
        return mode != Mode.OFF && !url.isEmpty() && !groupsRead().isEmpty();
    }

    boolean writes() {
        return reads() && mode == Mode.BOTH;
    }

    /** A trial looks at nothing but its group. */
    List<String> groupsRead() {
        return test ? (testGroup.isEmpty() ? List.of() : List.of(testGroup)) : groups;
    }

    /** Under which what came from there is known again. */
    String key() {
        return "helpdesk:" + name + ":";
    }

    @Override
    public String toString() {
        return "helpdesk " + name + " at " + url;
    }
}
