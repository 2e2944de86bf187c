package vigie.expertise;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.SentOnce;
import vigie.words.Refusal;
import vigie.words.Words;

/** What was learnt, for machines; the persons' mail addresses are in none of it. */
@RestController
@RequestMapping("/api/v1/expertise")
class ExpertiseApi {
    private static final int MOST = 50;

    private final Lessons lessons;
    private final Runbooks runbooks;
    private final Experts experts;
    private final Products products;
    private final Origin origin;

    ExpertiseApi(Lessons lessons, Runbooks runbooks, Experts experts, Products products, Origin origin) {
        this.lessons = lessons;
        this.runbooks = runbooks;
        this.experts = experts;
        this.products = products;
        this.origin = origin;
    }

    /** A lesson that was found, and why; the reasons are in English. */
    record Found(Lesson lesson, double score, List<String> reasons, String solver) {
        static Found of(Similar similar) {
            return new Found(similar.lesson(), similar.score(), similar.reasons(Words.ENGLISH), similar.solver());
        }
    }

    /** Lessons by words and what else is known; with the number of a problem, those like it. */
    @May(Right.READ)
    @GetMapping("/lessons")
    List<Found> find(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String metric,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "5") int limit) {
        var sought = problem != 0
                ? origin.of(origin.problem(problem))
                : new Sought(
                        text,
                        some(metric),
                        some(type),
                        product.isBlank() ? products.namedIn(text) : some(product),
                        version);
        return lessons.like(sought, Math.clamp(limit, 1, MOST)).stream()
                .map(Found::of)
                .toList();
    }

    @May(Right.READ)
    @GetMapping("/lessons/{id:\\d+}")
    Lesson one(@PathVariable long id) {
        return lessons.lesson(id).orElseThrow(() -> Refusal.notFound("expertise.unknown", id));
    }

    /** A lesson to be written down. */
    record Writing(
            @Nullable Long ticket,
            @Nullable Long problem,
            @Nullable String site,
            @Nullable String metric,
            @Nullable String serviceType,
            @Nullable String product,
            @Nullable String version,
            @Nullable String title,
            @Nullable String cause,
            @Nullable String solution) {}

    /** Writes a lesson down; the same key writes it once. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/lessons")
    ResponseEntity<Lesson> write(
            Actor actor,
            @RequestBody Writing said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var once = SentOnce.key(actor, key);
        var id = lessons.write(
                actor,
                new Learnt(
                        origin.number("ticket", said.ticket() == null ? 0 : said.ticket()),
                        origin.number("problem", said.problem() == null ? 0 : said.problem()),
                        said(said.site()),
                        said(said.metric()),
                        said(said.serviceType()),
                        said(said.product()),
                        said(said.version()),
                        said(said.title()),
                        said(said.cause()),
                        said(said.solution()),
                        once.isEmpty() ? UUID.randomUUID().toString() : once));
        return ResponseEntity.created(URI.create("/api/v1/expertise/lessons/" + id))
                .body(one(id));
    }

    /** All runbooks, or the one of a metric. */
    @May(Right.READ)
    @GetMapping("/runbooks")
    List<Runbook> runbooks(@RequestParam(defaultValue = "") String metric) {
        return metric.isBlank()
                ? runbooks.all()
                : runbooks.of(Runbooks.name(metric)).stream().toList();
    }

    /** A runbook as it is to be. */
    record Instructions(
            @Nullable String metric,
            @Nullable String text,
            @Nullable String reason) {}

    /** Writes the runbook of a metric; what it said before stands in the journal. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/runbooks")
    Runbook write(Actor actor, @RequestBody Instructions said) {
        runbooks.write(actor, said(said.metric()), said(said.text()), said(said.reason()));
        return runbooks.of(Runbooks.name(said(said.metric()))).orElseThrow();
    }

    /** The directory. */
    @May(Right.READ)
    @GetMapping("/experts")
    List<Expert> experts(@RequestParam(defaultValue = "") String text) {
        return experts.found(Plain.line("text", text, Learnt.LONGEST_NAME));
    }

    /** What the bearer of the token says of themselves. */
    record Own(
            @Nullable List<String> products,
            @Nullable String about,
            @Nullable Boolean named,
            @Nullable Boolean asked) {}

    /** Says it of the bearer of the token, and of nobody else. */
    @May(Right.READ)
    @PostMapping("/experts/me")
    Expert say(Actor actor, @RequestBody Own own) {
        var names = own.products() == null ? List.<String>of() : own.products();
        experts.say(
                actor,
                said(own.about()),
                names.stream().map(ExpertiseApi::said).collect(java.util.stream.Collectors.joining("\n")),
                Boolean.TRUE.equals(own.named()),
                Boolean.TRUE.equals(own.asked()));
        return experts.of(actor.person()).orElseThrow();
    }

    private static List<String> some(String name) {
        return name.isBlank() ? List.of() : List.of(name);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
