package vigie.duty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.agenda.Vitals;
import vigie.problem.Problem;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;
import vigie.words.Words;

/**
 * The handover as the house would write it, from what is so now: tickets that go on with their next date, tickets
 * without an alarm, problems without a ticket, core services, faults of Vigie itself, and the notepad.
 */
@Component
class HandoverDraft {
    private static final int MOST = 100;

    private final Tickets tickets;
    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final Federation federation;
    private final List<Vitals> vitals;
    private final Notepad notepad;
    private final Clock clock;
    private final Set<String> core;

    @SuppressWarnings("TooManyParameters")
    HandoverDraft(
            Tickets tickets,
            Problems problems,
            ProblemLine.Lines lines,
            Federation federation,
            List<Vitals> vitals,
            Notepad notepad,
            Clock clock,
            @Value("${vigie.duty.core-services:top-bdii,voms,myproxy,central-lfc,wms,lb,gocdb,egi.ggus,ngi.sam}")
                    Set<String> core) {
        this.tickets = tickets;
        this.problems = problems;
        this.lines = lines;
        this.federation = federation;
        this.vitals = vitals;
        this.notepad = notepad;
        this.clock = clock;
        this.core = core;
    }

    String in(Words words) {
        var open = tickets.openTickets();
        var text = new StringBuilder();
        section(
                text,
                words,
                "tickets",
                open.stream()
                        .filter(ticket -> ticket.problem() != 0)
                        .map(ticket -> said(ticket, words))
                        .toList());
        section(
                text,
                words,
                "without-alarm",
                open.stream()
                        .filter(ticket -> ticket.problem() == 0)
                        .map(ticket -> said(ticket, words))
                        .toList());
        var without = problems.open().stream()
                .filter(problem -> problem.ticket() == 0 && problem.recovered() == null)
                .toList();
        section(text, words, "problems", said(without, words));
        section(
                text,
                words,
                "core",
                said(without.stream().filter(this::isOfTheCore).toList(), words));
        section(text, words, "tools", faults(words));
        section(
                text,
                words,
                "notes",
                notepad.standing().stream()
                        .map(one -> words.say("duty.handover.note", one.at(), one.who(), one.text()))
                        .toList());
        return text.toString().strip();
    }

    private static void section(StringBuilder text, Words words, String key, List<String> said) {
        text.append(words.say("duty.handover." + key)).append('\n');
        if (said.isEmpty()) {
            text.append("- ").append(words.say("duty.handover.nothing")).append('\n');
        }
        said.stream().limit(MOST).forEach(one -> text.append("- ").append(one).append('\n'));
        if (said.size() > MOST) {
            text.append("- ")
                    .append(words.say("duty.letter.more", said.size() - MOST))
                    .append('\n');
        }
        text.append('\n');
    }

    private String said(Ticket ticket, Words words) {
        var next = ticket.reminder() == null ? ticket.responseDue() : ticket.reminder();
        return words.say(
                "duty.handover.ticket",
                Long.toString(ticket.id()),
                federation.site(ticket.site()).map(Site::name).orElse("?"),
                ticket.subject(),
                words.word("ticket.state", ticket.state()),
                next);
    }

    private List<String> said(List<Problem> some, Words words) {
        return lines.of(some.stream().limit(MOST).toList()).stream()
                .map(line -> words.say(
                        "duty.handover.problem",
                        line.site(),
                        line.what(words),
                        words.word("problem.stage", line.problem().stage()),
                        line.problem().due()))
                .toList();
    }

    private boolean isOfTheCore(Problem problem) {
        return core.contains(problem.cause().serviceType().toLowerCase(Locale.ROOT));
    }

    private List<String> faults(Words words) {
        var faults = new ArrayList<String>();
        for (var room : vitals) {
            for (var sign : room.signs(clock.instant())) {
                if (!sign.well()) {
                    faults.add(words.say(sign.key(), sign.arguments().toArray()));
                }
            }
        }
        return faults;
    }
}
