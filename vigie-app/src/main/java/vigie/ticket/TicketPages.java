package vigie.ticket;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** The list of tickets, one ticket, and the form of a new one. */
@Controller
class TicketPages {
    static final int ON_A_PAGE = 50;

    private final Tickets tickets;
    private final Sheets sheets;
    private final Drafting drafting;
    private final Federation federation;
    private final Problems problems;
    private final Wishes wishes;
    private final List<TicketPanel> panels;

    TicketPages(
            Tickets tickets,
            Sheets sheets,
            Drafting drafting,
            Federation federation,
            Problems problems,
            Wishes wishes,
            List<TicketPanel> panels) {
        this.tickets = tickets;
        this.sheets = sheets;
        this.drafting = drafting;
        this.federation = federation;
        this.problems = problems;
        this.wishes = wishes;
        this.panels = panels;
    }

    @May(Right.READ)
    @GetMapping("/tickets")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String batch,
            @RequestParam(defaultValue = "1") int page) {
        var at = Math.clamp(page, 1, 100_000);
        var wanted = new Wanted(state, site, priority, text, batch);
        var lines = tickets.page(wanted, ON_A_PAGE, (at - 1) * ON_A_PAGE).stream()
                .map(ticket -> new TicketLine(ticket, name(ticket.site()), sheets.pressure(ticket)))
                .toList();
        return Page.of(
                "ticket/tickets",
                frame.titled(frame.words().say("ticket.title")),
                "lines",
                lines,
                "counts",
                tickets.countByState(wanted),
                "stale",
                tickets.countStale(wanted),
                "wanted",
                wanted,
                "sites",
                federation.sites().stream().map(known -> known.name()).toList(),
                "number",
                at);
    }

    @May(Right.READ)
    @GetMapping("/tickets/{id:\\d+}")
    ModelAndView one(Frame frame, Actor actor, @PathVariable long id) {
        var ticket = tickets.ticket(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        return Page.of(
                "ticket/ticket",
                frame.titled(frame.words().say("ticket.one", Long.toString(id), ticket.subject())),
                "sheet",
                sheets.of(ticket, actor),
                "panels",
                panels.stream()
                        .flatMap(panel -> panel.on(ticket, frame).stream())
                        .toList());
    }

    @May(Right.REPLY_TICKETS)
    @GetMapping("/tickets/new")
    ModelAndView fresh(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "0") long site,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String language) {
        var spoken = language.isEmpty() ? languageFor(problem) : language;
        if (!List.of("fr", "en").contains(spoken)) {
            throw Refusal.unreadable("language", "ticket.language-unknown", language);
        }
        var sites = federation.sites().stream()
                .filter(one -> actor.may(Right.REPLY_TICKETS, one.id().value()))
                .toList();
        return Page.of(
                "ticket/new",
                frame.titled(frame.words().say("ticket.new")),
                "draft",
                problem == 0 ? new Drafted(site, "", text) : drafting.of(problem, spoken),
                "more",
                problem == 0 ? more(site, text) : "",
                "problem",
                problem,
                "language",
                spoken,
                "sites",
                sites,
                "key",
                UUID.randomUUID().toString());
    }

    /** What somebody had noted already, for the form in the other language. */
    private static String more(long site, String text) {
        return "&site=" + site + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** In which language the site of a problem is written to. */
    private String languageFor(long problem) {
        return problems.problem(problem)
                .map(found -> wishes.of(found.site()).language())
                .orElse("fr");
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/tickets")
    ModelAndView open(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam long site,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam Priority priority,
            @RequestParam(defaultValue = "fr") String language,
            @RequestParam String key) {
        if (federation.site(new SiteId(site)).isEmpty()) {
            throw Refusal.unreadable("site", "ticket.site-unknown", site);
        }
        if (!List.of("fr", "en").contains(language)) {
            throw Refusal.unreadable("language", "ticket.language-unknown", language);
        }
        var draft = new Draft(new SiteId(site), problem, subject, text, priority, language, key);
        return Done.at(
                "/tickets/" + tickets.open(actor, draft), left, frame.words().say("ticket.done.opened"));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/tickets/{id}/reply")
    ModelAndView reply(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean note,
            @RequestParam(defaultValue = "") String key) {
        tickets.reply(actor, id, text, note, key);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.replied"));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/tickets/{id}/state")
    ModelAndView move(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam State was,
            @RequestParam State to,
            @RequestParam(defaultValue = "") String reason) {
        tickets.move(actor, id, was, to, reason);
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.moved"));
    }

    private String name(SiteId site) {
        return federation.site(site).map(known -> known.name()).orElse("?");
    }
}
