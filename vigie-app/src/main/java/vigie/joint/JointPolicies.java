package vigie.joint;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Refusal;

/** Whether what is certain is joined by itself: an NGI says so, and takes it back. */
@Component
class JointPolicies {
    private static final int LONGEST_TEXT = 1000;

    private final JointPolicyTable table;
    private final Federation federation;
    private final Journal journal;
    private final Clock clock;

    JointPolicies(JointPolicyTable table, Federation federation, Journal journal, Clock clock) {
        this.table = table;
        this.federation = federation;
        this.journal = journal;
        this.clock = clock;
    }

    /** The NGIs of the registry. */
    List<String> ngis() {
        return federation.sites().stream()
                .map(Site::ngi)
                .filter(ngi -> !ngi.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    /** Those in which it is joined by itself. */
    List<String> allowing() {
        return table.allowing();
    }

    @Transactional
    public void decide(Actor actor, String ngi, boolean byItself, String reason) {
        actor.mustBeAllowed(Right.EDIT_FEDERATION, 0);
        if (!ngis().contains(ngi)) {
            throw Refusal.unreadable("ngi", "joint.ngi-unknown", ngi);
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_TEXT || why.indexOf('\0') >= 0) {
            throw Refusal.unreadable("reason", "joint.text", why.length(), LONGEST_TEXT);
        }
        var before = table.byItself(ngi);
        table.put(ngi, byItself, actor.name(), clock.instant(), why);
        journal.write(
                actor, "ngi:" + ngi, "joint.deed.policy", Boolean.toString(before), Boolean.toString(byItself), why);
    }
}
