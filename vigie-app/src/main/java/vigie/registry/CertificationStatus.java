package vigie.registry;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import vigie.words.Refusal;

/** How far the federation trusts a site; a new site begins as a candidate, and what is closed is over. */
public enum CertificationStatus {
    CANDIDATE,
    UNCERTIFIED,
    CERTIFIED,
    SUSPENDED,
    CLOSED;

    private static final Map<CertificationStatus, Set<CertificationStatus>> FORBIDDEN = Map.of(
            CANDIDATE, Set.of(CERTIFIED, SUSPENDED),
            SUSPENDED, Set.of(CERTIFIED, CANDIDATE),
            CLOSED, Set.of(CANDIDATE, UNCERTIFIED, CERTIFIED, SUSPENDED));

    /** The status of this name; any other word is refused at its field. */
    static CertificationStatus of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("status", "registry.bad-status", name));
    }

    /** Whether the rules of EGI allow the step: what was suspended is looked at again before it counts (PROC09, PROC11). */
    boolean mayBecome(CertificationStatus next) {
        return !FORBIDDEN.getOrDefault(this, Set.of()).contains(next);
    }
}
