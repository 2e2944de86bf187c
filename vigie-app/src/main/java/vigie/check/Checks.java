package vigie.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.monitor.MetricKey;
import vigie.monitor.Result;
import vigie.monitor.Results;
import vigie.monitor.Statuses;
import vigie.timekeeper.MovableClock;
import vigie.words.Refusal;

/**
 * Runs checks, some at once, and hands their results in by the door that all results take.
 *
 * <p>Where the clock is moved by hand no time passes between two attempts: they are made one after another, and what the
 * last one says is believed.
 */
@Component
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final Map<String, Probe> probes;
    private final Plugin plugin;
    private final Plan plan;
    private final Results results;
    private final Statuses statuses;
    private final Whereabouts whereabouts;
    private final Clock clock;
    private final List<Path> folders;
    private final Semaphore places;
    private final String here = hostName();

    Checks(
            List<Probe> probes,
            Plugin plugin,
            Plan plan,
            Results results,
            Statuses statuses,
            Whereabouts whereabouts,
            Clock clock,
            @Value(
                            "${vigie.check.plugins:/usr/lib/nagios/plugins,/usr/lib64/nagios/plugins,/usr/libexec/argo/probes,/usr/local/lib/vigie/plugins}")
                    List<Path> folders,
            @Value("${vigie.check.at-once:16}") int atOnce) {
        this.probes = probes.stream().collect(Collectors.toUnmodifiableMap(Probe::name, Function.identity()));
        this.plugin = plugin;
        this.plan = plan;
        this.results = results;
        this.statuses = statuses;
        this.whereabouts = whereabouts;
        this.clock = clock;
        this.folders = folders;
        this.places = new Semaphore(atOnce);
    }

    /** Reads a command as a profile may hold it. */
    Command command(String text) {
        return Command.of(text, folders);
    }

    /** Runs a check, hands its result in, and says when it is due again; answers what came out. */
    Outcome run(Check check) throws InterruptedException {
        places.acquire();
        try {
            var outcome = attempt(check);
            if (isStanding()) {
                for (var more = 1;
                        more < check.profile().attempts() && outcome.status() != vigie.status.Status.OK;
                        more++) {
                    outcome = attempt(check);
                }
            }
            results.take(List.of(result(check, outcome)));
            plan.ran(check, clock.instant(), pause(check));
            return outcome;
        } finally {
            places.release();
        }
    }

    /** Starts a check that fell due, and answers at once. */
    Thread start(Check check) {
        return Thread.ofVirtual()
                .name("check " + check.service().host() + " " + check.profile().metric())
                .start(() -> {
                    try {
                        run(check);
                    } catch (RuntimeException fault) {
                        LOG.warn(
                                "check {} of {} failed and stays due",
                                check.profile().metric(),
                                check.service().name(),
                                fault);
                        plan.stopped(check);
                    } catch (InterruptedException told) {
                        plan.stopped(check);
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** Whether time stands still unless somebody moves it. */
    boolean isStanding() {
        return clock instanceof MovableClock;
    }

    private Outcome attempt(Check check) throws InterruptedException {
        try {
            var words = command(check.profile().command()).on(whereabouts.of(check.service()));
            var patience = check.profile().patience();
            var probe = probes.get(words.getFirst());
            return probe == null ? plugin.run(words, patience) : probe.run(words.subList(1, words.size()), patience);
        } catch (Refusal | IllegalArgumentException wrong) {
            return Outcome.unknown(String.valueOf(wrong.getMessage()));
        }
    }

    private Result result(Check check, Outcome outcome) {
        var profile = check.profile();
        return new Result(
                check.service().id(),
                profile.metric(),
                "",
                outcome.status(),
                clock.instant(),
                outcome.summary(),
                outcome.message(),
                outcome.data(),
                here,
                isStanding() ? 1 : profile.attempts(),
                profile.life(),
                true);
    }

    private Duration pause(Check check) {
        var state =
                statuses.of(new MetricKey(check.service().id(), check.profile().metric(), ""));
        return state.filter(one -> one.state().isSoft()).isPresent()
                ? check.profile().again()
                : check.profile().every();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
