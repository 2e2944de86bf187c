package vigie.ticket;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Words;

/** Drafts what is written at each step, and at the end: who, facts, what is asked, until when, what happens next. */
@Component
class StepDrafts {
    private final Escalations escalations;
    private final Problems problems;
    private final Federation federation;
    private final String url;

    StepDrafts(
            Escalations escalations,
            Problems problems,
            Federation federation,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.escalations = escalations;
        this.problems = problems;
        this.federation = federation;
        this.url = url;
    }

    /** What is said when this step is taken now, in the language of the ticket. */
    String of(Ticket ticket, Step step) {
        var words = words(ticket);
        return words.say(
                "ticket.template." + step + ".text",
                ngi(ticket),
                what(ticket),
                site(ticket),
                since(ticket),
                words.day(escalations.until(ticket, step)),
                url + "/tickets/" + ticket.id(),
                past(ticket, words),
                Long.toString(ticket.id()));
    }

    /** What the subject of that letter ends with. */
    String suffix(Ticket ticket, Step step) {
        return words(ticket).say("ticket.template." + step + ".suffix");
    }

    /** What is said when a ticket is solved whose problem recovered then. */
    String closing(Ticket ticket, Instant recovered) {
        return words(ticket).say("ticket.template.CLOSING.text", what(ticket), site(ticket), recovered);
    }

    /** Who was asked when, one line each. */
    private String past(Ticket ticket, Words words) {
        return escalations.taken(ticket.id()).stream()
                .map(taken -> words.say(
                        "ticket.template.past",
                        taken.at(),
                        words.word("ticket.step", taken.step()),
                        taken.who(),
                        words.day(taken.due())))
                .collect(Collectors.joining("\n"));
    }

    private String what(Ticket ticket) {
        return problems.problem(ticket.problem())
                .map(problem -> Drafting.what(problem, site(ticket)))
                .orElse(ticket.subject());
    }

    private Instant since(Ticket ticket) {
        return problems.problem(ticket.problem()).map(Problem::began).orElse(ticket.opened());
    }

    private String site(Ticket ticket) {
        return federation.site(ticket.site()).map(Site::name).orElse("?");
    }

    private String ngi(Ticket ticket) {
        return federation.site(ticket.site()).map(Site::ngi).orElse("");
    }

    private static Words words(Ticket ticket) {
        return Words.of(Locale.forLanguageTag(ticket.language()));
    }
}
