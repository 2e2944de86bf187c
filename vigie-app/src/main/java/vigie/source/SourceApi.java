package vigie.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.page.Upto;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** Sources and their readings, for machines. What is refused is told in English. */
@RestController
@RequestMapping("/api/v1/sources")
class SourceApi {
    private final Sources sources;
    private final RunTable runs;
    private final Readings readings;

    SourceApi(Sources sources, RunTable runs, Readings readings) {
        this.sources = sources;
        this.runs = runs;
        this.readings = readings;
    }

    /**
     * A source to be added.
     *
     * @param kind {@code gocdb} or {@code files}
     * @param every an ISO 8601 duration; PT0S for only when told
     */
    record NewSource(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String url,
            @Nullable String ngi,
            @Nullable String scope,
            @Nullable String credential,
            @Nullable String every) {}

    record SourceSeen(
            long id,
            String name,
            String kind,
            String url,
            String ngi,
            String scope,
            String credential,
            String every,
            @Nullable Instant nextDue,
            @Nullable RunSeen last) {}

    record RunSeen(
            long id,
            String outcome,
            boolean dry,
            Instant began,
            @Nullable Instant ended,
            String trouble,
            long added,
            long changed,
            long removed,
            int refused) {}

    record RunWhole(RunSeen run, List<ChangeSeen> changes, List<RefusedSeen> refused) {}

    record ChangeSeen(String kind, String what, String name, List<String> fields) {}

    record RefusedSeen(String file, int line, String about, String field, String value, String expected) {}

    /** Whether a reading is only to show what it would change. */
    record HowToRead(@Nullable Boolean dry) {}

    @GetMapping
    @May(Right.MANAGE_SOURCES)
    List<SourceSeen> all() {
        return sources.all().stream().map(this::seen).toList();
    }

    /** Adds a source; a live one is read for the first time at once. */
    @PostMapping
    @May(Right.MANAGE_SOURCES)
    ResponseEntity<SourceSeen> add(Actor actor, @RequestBody NewSource wish) {
        var added = sources.add(
                actor,
                new Sources.Wish(
                        wish.kind(),
                        wish.name(),
                        wish.url(),
                        wish.ngi(),
                        wish.scope(),
                        wish.credential(),
                        duration(wish.every())));
        return ResponseEntity.created(URI.create("/api/v1/sources/" + added.id()))
                .body(seen(added));
    }

    @GetMapping("/{id}")
    @May(Right.MANAGE_SOURCES)
    SourceSeen one(@PathVariable long id) {
        return seen(sources.source(id));
    }

    /** Reads a live source now, and answers when that is done. */
    @PostMapping("/{id}/runs")
    @May(Right.MANAGE_SOURCES)
    RunWhole read(Actor actor, @PathVariable long id, @RequestBody(required = false) @Nullable HowToRead how) {
        var dry = how != null && Boolean.TRUE.equals(how.dry());
        var source = sources.source(id);
        mustBeLive(source);
        return run(id, readings.read(actor, source, false, dry));
    }

    /** Takes a saved answer or a table, which is the body of the request. */
    @PostMapping("/{id}/files")
    @May(Right.MANAGE_SOURCES)
    @Upto(20)
    RunWhole take(
            Actor actor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(defaultValue = "false") boolean dry,
            @RequestBody byte[] content) {
        return run(id, readings.take(actor, sources.source(id), name, content, complete, dry));
    }

    @GetMapping("/{id}/runs/{run}")
    @May(Right.MANAGE_SOURCES)
    RunWhole run(@PathVariable long id, @PathVariable long run) {
        var found = runs.find(id, run).orElseThrow(() -> Refusal.notFound("source.unknown-run", run));
        var findings = runs.findings(run);
        return new RunWhole(
                seen(found),
                findings.changes().stream()
                        .map(change -> new ChangeSeen(
                                change.kind().name(),
                                change.what().name(),
                                change.name(),
                                change.fields().stream()
                                        .map(vigie.registry.Difference.Field::name)
                                        .toList()))
                        .toList(),
                findings.misfits().stream()
                        .map(misfit -> new RefusedSeen(
                                misfit.place().file(),
                                misfit.place().line(),
                                misfit.row(),
                                misfit.field(),
                                misfit.value(),
                                RefusedTable.expected(misfit, Words.ENGLISH)))
                        .toList());
    }

    @GetMapping("/{id}/runs/{run}/refused.csv")
    @May(Right.MANAGE_SOURCES)
    ResponseEntity<String> refused(@PathVariable long id, @PathVariable long run) {
        var found = runs.find(id, run).orElseThrow(() -> Refusal.notFound("source.unknown-run", run));
        return RefusedTable.answer(run, runs.findings(found.id()).misfits(), Words.ENGLISH);
    }

    /** Says yes to what a reading showed, or was held at. */
    @PostMapping("/{id}/runs/{run}/confirm")
    @May(Right.MANAGE_SOURCES)
    RunWhole confirm(Actor actor, @PathVariable long id, @PathVariable long run) {
        var found = runs.find(id, run).orElseThrow(() -> Refusal.notFound("source.unknown-run", run));
        return run(id, readings.confirm(actor, sources.source(id), found));
    }

    static void mustBeLive(Source source) {
        if (source.kind() == Source.Kind.FILES) {
            throw Refusal.conflict("source.not-live", source.name());
        }
    }

    private SourceSeen seen(Source source) {
        return new SourceSeen(
                source.id(),
                source.name(),
                source.kind().name(),
                source.url(),
                source.ngi(),
                source.scope(),
                source.credential(),
                source.every().toString(),
                source.nextDue(),
                runs.last(source.id()).map(this::seen).orElse(null));
    }

    private RunSeen seen(Run run) {
        var sums = runs.sums(run.id());
        return new RunSeen(
                run.id(),
                run.outcome().name(),
                run.dry(),
                run.began(),
                run.ended(),
                run.troubleEnglish(),
                sums.added(),
                sums.changed(),
                sums.removed(),
                sums.refused());
    }

    private static @Nullable Duration duration(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Duration.parse(text);
        } catch (DateTimeParseException odd) {
            throw Refusal.unreadable("every", "source.no-duration", text);
        }
    }
}
