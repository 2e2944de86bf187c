package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** What people do not want to hear of for a while: with a name, a reason and an end, at most thirty days ahead. */
@Component
public class Silences {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_METRIC = 200;

    private final SilenceTable table;
    private final Holds holds;
    private final Federation federation;
    private final Alarms alarms;
    private final Journal journal;
    private final Clock clock;

    Silences(SilenceTable table, Holds holds, Federation federation, Alarms alarms, Journal journal, Clock clock) {
        this.table = table;
        this.holds = holds;
        this.federation = federation;
        this.alarms = alarms;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those that run now, the first to end first. */
    public List<Silence> running() {
        return table.running(clock.instant());
    }

    /** Those that ended last. */
    List<Silence> ended(int limit) {
        return table.ended(clock.instant(), limit);
    }

    /** How many open alarms a silence covers now. */
    long covered(Silence silence) {
        Predicate<Alarm> covers = alarm -> silence.covers(alarm.site(), alarm.service(), alarm.metric());
        return alarms.open(silence.site()).stream().filter(covers).count();
    }

    /**
     * Silences a site, one service of it (number 0 for all), or one check (empty for all), from now until a moment.
     *
     * @return its number
     */
    @Transactional
    public long begin(Actor actor, SiteId site, ServiceId service, String metric, Instant until, String reason) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, site.value());
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refusal.unreadable("until", "problem.until", until, LONGEST.toDays());
        }
        if (federation.site(site).isEmpty()) {
            throw Refusal.unreadable("site", "problem.silence.no-site", site.value());
        }
        if (service.value() != 0
                && federation
                        .service(service)
                        .filter(one -> one.site().equals(site))
                        .isEmpty()) {
            throw Refusal.unreadable("service", "problem.silence.no-service", service.value());
        }
        var check = metric.strip();
        if (check.length() > LONGEST_METRIC || check.indexOf('\0') >= 0) {
            throw Refusal.unreadable("metric", "problem.text", check.length(), LONGEST_METRIC);
        }
        var why = Problems.text("reason", reason);
        var id = table.add(site, service.value(), check, now, until, actor, why);
        journal.write(actor, "silence:" + id, "problem.deed.silenced", "", until.toString(), why);
        holds.lookAtAll(now);
        return id;
    }

    /** Ends one before its time; what it covered comes back. */
    @Transactional
    public void end(Actor actor, long id) {
        var silence = table.find(id).orElseThrow(() -> Refusal.notFound("problem.silence.unknown", id));
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, silence.site().value());
        var now = clock.instant();
        if (silence.ends().isAfter(now)) {
            table.end(id, now);
            journal.write(actor, "silence:" + id, "problem.deed.heard", "", "", "");
            holds.lookAtAll(now);
        }
    }
}
