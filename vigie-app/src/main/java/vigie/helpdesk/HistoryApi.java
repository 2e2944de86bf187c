package vigie.helpdesk;

import java.util.List;
import java.util.Map;
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

/** Tickets of the past, for machines. What is refused is told in English. */
@RestController
@RequestMapping("/api/v1/helpdesk")
class HistoryApi {
    private static final int ON_A_PAGE = 100;
    private static final int LARGEST = 100;

    private final History history;
    private final HistoryPages pages;
    private final PastTable tickets;
    private final PastList list;
    private final IntakeTable intakes;
    private final HelpdeskHistory helpdesk;

    HistoryApi(
            History history,
            HistoryPages pages,
            PastTable tickets,
            PastList list,
            IntakeTable intakes,
            HelpdeskHistory helpdesk) {
        this.helpdesk = helpdesk;
        this.history = history;
        this.pages = pages;
        this.tickets = tickets;
        this.list = list;
        this.intakes = intakes;
    }

    record Refused(int line, String ticket, String field, String value, String expected, String row) {}

    record IntakeReport(Intake intake, List<Refused> refused) {}

    record Studied(long tickets, long unconfirmed, Map<String, List<Counted>> by, List<PastTicket> page) {}

    /** What a ticket was about; the name of a kind. */
    record Cause(@Nullable String cause) {}

    /** Takes a file of tickets, CSV or XML, which is the body; {@code dry} only shows what it would change. */
    @May(Right.MANAGE_SOURCES)
    @Upto(LARGEST)
    @PostMapping("/imports")
    IntakeReport take(
            Actor actor,
            @RequestParam(defaultValue = "tickets") String name,
            @RequestParam(defaultValue = "GGUS") String origin,
            @RequestParam(defaultValue = "false") boolean dry,
            @RequestBody(required = false) byte @Nullable [] file) {
        return report(history.take(actor, name, origin, file == null ? new byte[0] : file, dry));
    }

    /** Takes tickets of the last months over through the helpdesk's API. */
    @May(Right.MANAGE_SOURCES)
    @PostMapping("/imports/from-helpdesk")
    IntakeReport takeFromHelpdesk(
            Actor actor,
            @RequestParam(defaultValue = "6") int months,
            @RequestParam(defaultValue = "false") boolean dry) {
        return report(helpdesk.take(actor, months, dry));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/imports")
    List<Intake> imports() {
        return intakes.latest(ON_A_PAGE);
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/imports/{id:\\d+}")
    IntakeReport report(@PathVariable long id) {
        var intake = intakes.find(id).orElseThrow(() -> Refusal.notFound("helpdesk.intake.unknown", id));
        return new IntakeReport(
                intake,
                intakes.refused(id, 1000).stream()
                        .map(line -> new Refused(
                                line.line(),
                                line.ticket(),
                                line.field(),
                                line.value(),
                                Words.ENGLISH.say(
                                        line.expected(), line.arguments().toArray()),
                                line.raw()))
                        .toList());
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/imports/{id:\\d+}/refused.csv")
    ResponseEntity<String> refused(@PathVariable long id) {
        return RefusedCsv.answer(id, intakes.refused(id, IntakePages.ALL), Words.ENGLISH);
    }

    /** Counts by month, site, service and cause, as the page shows them, and a hundred of the tickets. */
    @May(Right.READ)
    @GetMapping("/history")
    Studied study(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "true") boolean campaigns,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var study = pages.study(from, to, site, service, cause, campaigns, text);
        return new Studied(
                list.count(study),
                list.unconfirmed(study),
                list.counts(study),
                list.page(study, ON_A_PAGE, (Math.clamp(page, 1, 100_000) - 1) * ON_A_PAGE));
    }

    @May(Right.READ)
    @GetMapping("/history/{id:\\d+}")
    PastTicket one(@PathVariable long id) {
        return tickets.find(id).orElseThrow(() -> Refusal.notFound("helpdesk.past.unknown", id));
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/history/{id:\\d+}/cause")
    PastTicket confirm(Actor actor, @PathVariable long id, @RequestBody Cause said) {
        history.confirm(actor, id, HistoryPages.kind(said.cause() == null ? "" : said.cause()));
        return one(id);
    }
}
