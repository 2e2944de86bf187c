package vigie.help;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.words.Refusal;

/** Calls for help, and archives of the list, for machines. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsApi {
    private static final int ON_A_PAGE = 100;
    private static final int SHOWN = 1000;

    private final Calls calls;
    private final CallList list;
    private final CallLine.Lines lines;
    private final MailTable mails;
    private final Archive archive;
    private final ArchiveTable runs;
    private final RefusedMailTable refused;
    private final Federation federation;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    CallsApi(
            Calls calls,
            CallList list,
            CallLine.Lines lines,
            MailTable mails,
            Archive archive,
            ArchiveTable runs,
            RefusedMailTable refused,
            Federation federation,
            Clock clock) {
        this.calls = calls;
        this.list = list;
        this.lines = lines;
        this.mails = mails;
        this.archive = archive;
        this.runs = runs;
        this.refused = refused;
        this.federation = federation;
        this.clock = clock;
    }

    record Listed(Map<String, Long> counts, List<CallLine> calls) {}

    record Whole(CallLine call, List<MailLine> mails) {}

    record Report(Run archive, List<Refused> refused) {}

    /** Conversations of a view, as the page shows them, a hundred at a time. */
    @May(Right.READ)
    @GetMapping
    Listed list(
            Actor actor,
            @RequestParam(defaultValue = "calls") String view,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var number = site.isBlank()
                ? 0
                : federation
                        .siteNamed(site)
                        .orElseThrow(() -> Refusal.unreadable("site", "help.site-unknown", site))
                        .id()
                        .value();
        var filter = new Filter(view, number, text.strip());
        var now = clock.instant();
        var from = (Math.clamp(page, 1, 100_000) - 1) * ON_A_PAGE;
        return new Listed(list.counts(filter, now), lines.of(list.page(filter, now, ON_A_PAGE, from), actor));
    }

    @May(Right.READ)
    @GetMapping("/{id:\\d+}")
    Whole one(Actor actor, @PathVariable long id) {
        var call = calls.call(id).orElseThrow(() -> Refusal.notFound("help.unknown", id));
        var open = CallLine.mayRead(actor, call);
        return new Whole(
                lines.of(call, actor),
                mails.of(id).stream().map(mail -> MailLine.of(mail, open)).toList());
    }

    /** Takes an archive, an mbox file, which is the body of the request; it may be of any length. */
    @May(Right.MANAGE_SOURCES)
    @PostMapping("/archives")
    Report take(Actor actor, @RequestParam(defaultValue = "archive.mbox") String name, InputStream body)
            throws IOException {
        return report(archive.take(actor, name, body));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/archives/{run:\\d+}")
    Report report(@PathVariable long run) {
        var found = runs.find(run).orElseThrow(() -> Refusal.notFound("help.unknown-archive", run));
        return new Report(found, refused.of(run, SHOWN));
    }
}
