package vigie.help;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Refusal;

/** The list of calls, and the page of one conversation. */
@Controller
class CallPages {
    private static final int ON_A_PAGE = 50;

    private final Calls calls;
    private final CallList list;
    private final CallLine.Lines lines;
    private final MailTable mails;
    private final Federation federation;
    private final Settings settings;
    private final List<CallPanel> panels;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    CallPages(
            Calls calls,
            CallList list,
            CallLine.Lines lines,
            MailTable mails,
            Federation federation,
            Settings settings,
            List<CallPanel> panels,
            Clock clock) {
        this.calls = calls;
        this.list = list;
        this.lines = lines;
        this.mails = mails;
        this.federation = federation;
        this.settings = settings;
        this.panels = panels;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping("/calls")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "calls") String view,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var number = site.isBlank()
                ? 0
                : federation
                        .siteNamed(site.strip())
                        .map(found -> found.id().value())
                        .orElse(-1L);
        var filter = new Filter(view, number, text.strip());
        var at = Math.clamp(page, 1, 100_000);
        var now = clock.instant();
        var counts = list.counts(filter, now);
        return Page.of(
                "help/calls",
                frame.titled(frame.words().say("help.title")),
                "lines",
                lines.of(list.page(filter, now, ON_A_PAGE, (at - 1) * ON_A_PAGE), frame),
                "counts",
                counts,
                "median",
                list.median(filter, now),
                "view",
                view,
                "text",
                text,
                "site",
                site,
                "sites",
                federation.sites().stream().map(Site::name).toList(),
                "patience",
                settings.unansweredAfter(),
                "page",
                at,
                "pages",
                Math.max(1, (counts.getOrDefault(view, 0L) + ON_A_PAGE - 1) / ON_A_PAGE));
    }

    @May(Right.READ)
    @GetMapping("/calls/{id:\\d+}")
    ModelAndView one(Frame frame, Actor actor, @PathVariable long id) {
        var call = calls.call(id).orElseThrow(() -> Refusal.notFound("help.unknown", id));
        var open = CallLine.mayRead(actor, call);
        var line = lines.of(call, actor);
        return Page.of(
                "help/call",
                frame.titled(
                        line.call().subject().isEmpty()
                                ? frame.words().say("help.nameless", id)
                                : line.call().subject()),
                "line",
                line,
                "mails",
                mails.of(id).stream().map(mail -> MailLine.of(mail, open)).toList(),
                "panels",
                panels.stream().flatMap(panel -> panel.on(call, frame).stream()).toList(),
                "sites",
                actor.may(Right.HANDLE_TICKETS, call.site().value())
                        ? federation.sites().stream().map(Site::name).toList()
                        : List.of());
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/calls/{id}/kind")
    ModelAndView kind(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam boolean call,
            @RequestParam(defaultValue = "") String reason) {
        calls.isCall(actor, id, call, reason);
        return done(frame, left, id, "help.deed.kind");
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/calls/{id}/site")
    ModelAndView site(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String site) {
        calls.concerns(actor, id, site);
        return done(frame, left, id, "help.deed.site");
    }

    /** Answered elsewhere, closed, or open again; {@code reason} says by whom, or why. */
    @May(Right.REPLY_TICKETS)
    @PostMapping("/calls/{id}/state")
    ModelAndView become(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam CallState to,
            @RequestParam(defaultValue = "") String reason) {
        switch (to) {
            case ANSWERED -> calls.answered(actor, id, reason);
            case CLOSED -> calls.close(actor, id, reason);
            case OPEN -> calls.reopen(actor, id, reason);
        }
        return done(frame, left, id, "help.deed.state");
    }

    private static ModelAndView done(Frame frame, RedirectAttributes left, long id, String deed) {
        return Done.at("/calls/" + id, left, frame.words().say(deed));
    }
}
