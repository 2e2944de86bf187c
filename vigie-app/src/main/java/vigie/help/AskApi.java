package vigie.help;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
import vigie.registry.Federation;
import vigie.words.Refusal;
import vigie.words.Words;

/** The evidence of a case, and a call with it, for machines. */
@RestController
@RequestMapping("/api/v1/calls")
class AskApi {
    private final Matters matters;
    private final Evidence evidence;
    private final Asking asking;
    private final Calls calls;
    private final CallLine.Lines lines;
    private final Federation federation;

    AskApi(
            Matters matters,
            Evidence evidence,
            Asking asking,
            Calls calls,
            CallLine.Lines lines,
            Federation federation) {
        this.matters = matters;
        this.evidence = evidence;
        this.asking = asking;
        this.calls = calls;
        this.lines = lines;
        this.federation = federation;
    }

    /** What Vigie knows of a problem, a service or a site; in English unless French is asked for. */
    @May(Right.REPLY_TICKETS)
    @GetMapping("/evidence")
    Pack evidence(
            Actor actor,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "0") long service,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "en") String language) {
        return evidence.of(
                matters.of(actor, problem, service, number(site)),
                language.equals("fr") ? Words.FRENCH : Words.ENGLISH);
    }

    /** A call to be sent; without a text, the evidence as it is drawn. */
    record Ask(
            @Nullable Long problem,
            @Nullable Long service,
            @Nullable String site,
            @Nullable Way way,
            @Nullable Long expert,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String tried) {}

    /** Sends a call; the same key sends it once. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/ask")
    CallLine ask(
            Actor actor,
            @RequestBody Ask ask,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (ask.way() == null) {
            throw Refusal.unreadable("way", "help.no-way");
        }
        var matter = matters.of(actor, number(ask.problem()), number(ask.service()), number(said(ask.site())));
        var pack = evidence.of(matter, Words.ENGLISH);
        var once = SentOnce.key(actor, key);
        var call = asking.send(
                actor,
                matter,
                new Request(
                        ask.way(),
                        number(ask.expert()),
                        ask.subject() == null ? pack.subject() : ask.subject(),
                        ask.text() == null ? pack.text() : ask.text(),
                        said(ask.tried()),
                        once.isEmpty() ? UUID.randomUUID().toString() : once));
        return lines.of(calls.call(call).orElseThrow(), actor);
    }

    private long number(String site) {
        return site.isBlank()
                ? 0
                : federation
                        .siteNamed(site)
                        .orElseThrow(() -> Refusal.unreadable("site", "help.site-unknown", site))
                        .id()
                        .value();
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
