package vigie.expertise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** How each metric is mended, when that was last found right, and whether it helped. */
@Component
public class Runbooks {
    private static final int LONGEST_TEXT = 20_000;

    private final RunbookTable runbooks;
    private final Journal journal;
    private final Clock clock;
    private final Duration staleAfter;

    Runbooks(
            RunbookTable runbooks,
            Journal journal,
            Clock clock,
            @Value("${vigie.expertise.stale-after:P365D}") Duration staleAfter) {
        this.runbooks = runbooks;
        this.journal = journal;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    /** The one of a metric. */
    public Optional<Runbook> of(String metric) {
        return runbooks.find(metric, stale());
    }

    /** All, by metric. */
    public List<Runbook> all() {
        return runbooks.all(stale());
    }

    /** What a person said of it: whether it helped. */
    Optional<Boolean> voteOf(String metric, Actor actor) {
        return runbooks.voteOf(metric, actor.person());
    }

    /** Writes it, or writes it anew: who writes it has read it through. */
    @Transactional
    public void write(Actor actor, String metric, String text, String reason) {
        actor.mustBeAllowed(Right.REPLY_TICKETS);
        var name = name(metric);
        var said = Plain.some("text", Plain.text("text", text, LONGEST_TEXT));
        var before = of(name).map(Runbook::text).orElse("");
        if (before.equals(said)) {
            return; // sent again
        }
        runbooks.keep(name, said, clock.instant());
        journal.write(
                actor,
                subject(name),
                "expertise.deed.runbook",
                before,
                said,
                Plain.line("reason", reason, Learnt.LONGEST_TEXT));
    }

    /** Says that it was read through and is right. */
    @Transactional
    public void reviewed(Actor actor, String metric) {
        actor.mustBeAllowed(Right.REPLY_TICKETS);
        var name = name(metric);
        if (!runbooks.review(name, clock.instant())) {
            throw Refusal.notFound("expertise.no-runbook", name);
        }
        journal.write(actor, subject(name), "expertise.deed.reviewed", "", "", "");
    }

    /** Says whether it helped; the last word of a person counts. */
    @Transactional
    public void vote(Actor actor, String metric, boolean useful) {
        actor.mustBeAllowed(Right.REPLY_TICKETS);
        var name = name(metric);
        if (of(name).isEmpty()) {
            throw Refusal.notFound("expertise.no-runbook", name);
        }
        runbooks.vote(name, actor.person(), useful);
        journal.write(actor, subject(name), "expertise.deed.voted", "", Boolean.toString(useful), "");
    }

    private Instant stale() {
        return clock.instant().minus(staleAfter);
    }

    static String name(String metric) {
        return Plain.some("metric", Plain.line("metric", metric, Learnt.LONGEST_NAME));
    }

    private static String subject(String metric) {
        return "runbook:" + metric;
    }
}
