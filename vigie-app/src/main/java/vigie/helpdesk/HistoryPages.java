package vigie.helpdesk;

import java.time.Clock;
import java.util.Arrays;
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
import vigie.time.Month;
import vigie.words.Refusal;

/** The tickets of the past: counted, listed, and one by one. */
@Controller
class HistoryPages {
    private static final int ON_A_PAGE = 50;
    private static final int MONTHS = 6;

    private final History history;
    private final PastTable tickets;
    private final PastList list;
    private final Clock clock;

    HistoryPages(History history, PastTable tickets, PastList list, Clock clock) {
        this.history = history;
        this.tickets = tickets;
        this.list = list;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping("/helpdesk/history")
    ModelAndView counts(
            Frame frame,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "true") boolean campaigns,
            @RequestParam(defaultValue = "") String text) {
        var study = study(from, to, site, service, cause, campaigns, text);
        return Page.of(
                "helpdesk/history",
                frame.titled(frame.words().say("helpdesk.history")),
                "study",
                study,
                "counts",
                list.counts(study),
                "all",
                list.count(study),
                "unconfirmed",
                list.unconfirmed(study),
                "sites",
                list.sites());
    }

    @May(Right.READ)
    @GetMapping("/helpdesk/history/tickets")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "true") boolean campaigns,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var study = study(from, to, site, service, cause, campaigns, text);
        var at = Math.clamp(page, 1, 100_000);
        return Page.of(
                "helpdesk/tickets",
                frame.titled(frame.words().say("helpdesk.history.tickets")),
                "study",
                study,
                "tickets",
                list.page(study, ON_A_PAGE, (at - 1) * ON_A_PAGE),
                "all",
                list.count(study),
                "page",
                at,
                "pages",
                (list.count(study) + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    @May(Right.READ)
    @GetMapping("/helpdesk/history/{id:\\d+}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var ticket = tickets.find(id).orElseThrow(() -> Refusal.notFound("helpdesk.past.unknown", id));
        return Page.of(
                "helpdesk/ticket",
                frame.titled(frame.words().say("helpdesk.past.one", ticket.origin(), ticket.foreignId())),
                "ticket",
                ticket);
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/helpdesk/history/{id}/cause")
    ModelAndView confirm(
            Frame frame, Actor actor, RedirectAttributes left, @PathVariable long id, @RequestParam String cause) {
        history.confirm(actor, id, kind(cause));
        return Done.at("/helpdesk/history/" + id, left, frame.words().say("helpdesk.deed.cause"));
    }

    /** The rules by which causes are proposed, in the words they look for. */
    @May(Right.READ)
    @GetMapping("/helpdesk/history/rules")
    ModelAndView rules(Frame frame) {
        return Page.of("helpdesk/rules", frame.titled(frame.words().say("helpdesk.rules")), "rules", Rules.ALL);
    }

    static CauseKind kind(String name) {
        return Arrays.stream(CauseKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable(
                        "cause",
                        "helpdesk.cause.unknown",
                        LineRefused.clean(name, 100),
                        Arrays.toString(CauseKind.values())));
    }

    /** Without a word of when: the six months that end with the newest ticket. */
    Study study(String from, String to, String site, String service, String cause, boolean campaigns, String text) {
        var last =
                to.isEmpty() ? list.newest().orElseGet(() -> Month.of(clock.instant())) : Study.month("to", to.strip());
        var first =
                from.isEmpty() ? new Month(last.value().minusMonths(MONTHS - 1)) : Study.month("from", from.strip());
        for (var each : new String[] {site, service, text}) {
            if (each.indexOf('\0') >= 0) {
                throw Refusal.unreadable("text", "helpdesk.study.nul");
            }
        }
        return new Study(first, last, site.strip(), service.strip(), cause, campaigns, text.strip());
    }
}
