package vigie.source;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference;
import vigie.registry.Difference.Change;
import vigie.registry.Difference.What;
import vigie.registry.Intake;
import vigie.registry.Picture;
import vigie.source.Run.Findings;
import vigie.source.Run.Outcome;
import vigie.words.Refusal;
import vigie.words.Words;

/** Reads sources: first the whole picture, then the difference in one transaction together with its report. */
@Component
class Readings {
    private final SourceTable sources;
    private final RunTable runs;
    private final Intake intake;
    private final Credentials credentials;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Settings settings;
    private final Map<Long, ReentrantLock> underWay = new ConcurrentHashMap<>();

    Readings(
            SourceTable sources,
            RunTable runs,
            Intake intake,
            Credentials credentials,
            TransactionTemplate transaction,
            Clock clock,
            Settings settings) {
        this.sources = sources;
        this.runs = runs;
        this.intake = intake;
        this.credentials = credentials;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What the one who runs Vigie may set.
     *
     * @param share how much of one kind a reading may remove unasked
     * @param patience how long a single answer may take
     * @param downtimesBack how far back downtimes are asked for
     */
    @Component
    record Settings(
            @Value("${vigie.source.remove-unasked:0.3}") double share,
            @Value("${vigie.source.patience:PT60S}") Duration patience,
            @Value("${vigie.source.downtimes-back:P60D}") Duration downtimesBack) {}

    @EventListener(ApplicationReadyEvent.class)
    void nothingIsUnderWayAtTheStart() {
        runs.endThoseCutShort(clock.instant());
    }

    /** Reads a live source now; answers the number of the report. */
    long read(Actor who, Source source, boolean byItself, boolean dry) {
        return alone(source, () -> live(who, source, byItself, dry, Set.of()));
    }

    /** Takes a file over, or shows what it would change; answers the number of the report. */
    long take(Actor who, Source source, String name, byte[] content, boolean complete, boolean dry) {
        return alone(source, () -> file(who, source, name, content, complete, dry, Set.of()));
    }

    /**
     * Does in earnest what a reading showed or was held at. A live source is read again: it may remove what the person
     * saw, and no more than is allowed unasked besides.
     */
    long confirm(Actor who, Source source, Run run) {
        if (run.outcome() != Outcome.HELD && run.outcome() != Outcome.SHOWN) {
            throw Refusal.conflict("source.nothing-to-confirm", run.id());
        }
        var seen = removed(runs.findings(run.id()).changes());
        var content = runs.file(run.id());
        return alone(
                source,
                () -> content.isPresent()
                        ? file(who, source, run.fileName(), content.get(), run.complete(), false, seen)
                        : live(who, source, false, false, seen));
    }

    private long live(Actor who, Source source, boolean byItself, boolean dry, Set<String> confirmed) {
        var run = runs.begin(source.id(), who.login(), byItself, dry, clock.instant());
        return reported(source, run, dry, confirmed, who, () -> {
            var from = LocalDate.ofInstant(clock.instant().minus(settings.downtimesBack()), ZoneOffset.UTC);
            try (var gocdb = new Gocdb(source, credentials.of(source.credential()), settings.patience())) {
                var read = gocdb.read(from);
                return new Seen(read, read.picture(true, Gocdb.begin(from)));
            }
        });
    }

    private long file(
            Actor who,
            Source source,
            String name,
            byte[] content,
            boolean complete,
            boolean dry,
            Set<String> confirmed) {
        var run = runs.begin(source.id(), who.login(), false, dry, clock.instant());
        runs.keepFile(run, name, content, complete);
        return reported(source, run, dry, confirmed, who, () -> {
            var read = new Draft();
            SavedFile.read(name, content, read);
            return new Seen(read, read.picture(complete, null));
        });
    }

    private long reported(Source source, long run, boolean dry, Set<String> confirmed, Actor who, Looking looking) {
        who.mustBeAllowed(Right.MANAGE_SOURCES);
        var ended = false;
        try {
            var seen = looking.look();
            transaction.executeWithoutResult(status -> finish(source, run, dry, confirmed, who, seen));
            ended = true;
        } catch (Refusal refusal) {
            runs.end(run, Outcome.FAILED, clock.instant(), refusal.in(Words.FRENCH), refusal.getMessage());
            ended = true;
        } finally {
            if (!ended) {
                runs.end(
                        run,
                        Outcome.FAILED,
                        clock.instant(),
                        Words.FRENCH.say("source.broke-off"),
                        Words.ENGLISH.say("source.broke-off"));
            }
        }
        runs.find(source.id(), run).ifPresent(report -> runs.joinedToTheOneBefore(report, clock.instant()));
        return runs.find(source.id(), run).isPresent()
                ? run
                : runs.latest(source.id(), 1).getFirst().id();
    }

    private void finish(Source source, long run, boolean dry, Set<String> confirmed, Actor who, Seen seen) {
        var held = new boolean[1];
        var difference = dry
                ? intake.compare(source.name(), seen.picture())
                : intake.apply(who, source.name(), seen.picture(), found -> {
                    held[0] = !isAllowed(found, confirmed);
                    return !held[0];
                });
        var misfits = new java.util.ArrayList<>(seen.draft().misfits());
        misfits.addAll(difference.misfits());
        runs.keep(run, new Findings(difference.changes(), misfits));
        var outcome = difference.isEmpty()
                ? Outcome.NOTHING_NEW
                : dry ? Outcome.SHOWN : held[0] ? Outcome.HELD : Outcome.TAKEN;
        runs.end(run, outcome, clock.instant(), "", "");
    }

    private boolean isAllowed(Difference difference, Set<String> confirmed) {
        return difference.removedBeyond(settings.share()).isEmpty()
                || confirmed.containsAll(removed(difference.changes()));
    }

    private static Set<String> removed(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.what() == What.REMOVED)
                .map(change -> change.kind() + " " + change.name())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private long alone(Source source, Doing doing) {
        var lock = underWay.computeIfAbsent(source.id(), id -> new ReentrantLock());
        if (!lock.tryLock()) {
            throw Refusal.conflict("source.under-way", source.name());
        }
        try {
            runs.endThoseCutShort(source.id(), clock.instant());
            return doing.run();
        } finally {
            sources.postpone(source.id(), clock.instant());
            lock.unlock();
        }
    }

    private interface Doing {
        long run();
    }

    private interface Looking {
        Seen look();
    }

    /** What was read, whole. */
    private record Seen(Draft draft, Picture picture) {}
}
