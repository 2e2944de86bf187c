package vigie.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.help.Calls;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Note;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.ticket.Tickets;
import vigie.words.Words;

/**
 * The common history of a problem, of the tickets that followed it and of what was joined to it: who said and did what, in
 * the order of time, each line with its origin. Each reader sees of each part what its own page would show.
 */
@Component
class Story {
    private final Problems problems;
    private final Tickets tickets;
    private final Calls calls;
    private final JointTable table;
    private final Journal journal;

    Story(Problems problems, Tickets tickets, Calls calls, JointTable table, Journal journal) {
        this.problems = problems;
        this.tickets = tickets;
        this.calls = calls;
        this.table = table;
        this.journal = journal;
    }

    List<StoryLine> of(Problem problem, Actor reader, Words words) {
        var lines = new ArrayList<StoryLine>();
        ofProblem(problem, reader, words, lines);
        var wanted = new LinkedHashSet<>(problems.ticketsOf(problem.id()));
        for (var joint : table.ofProblem(problem.id())) {
            var joined = joint.standing() == Standing.JOINED
                    || (joint.standing() == Standing.OVER && joint.decided() != null);
            if (joined && joint.kind() == Kind.TICKET) {
                wanted.add(joint.number());
            } else if (joined) {
                ofCall(joint.number(), reader, lines);
            } else if (joint.kind() == Kind.TICKET) {
                wanted.remove(joint.number());
            }
        }
        wanted.forEach(ticket -> ofTicket(ticket, reader, lines));
        lines.sort(Comparator.comparing(StoryLine::at));
        return lines;
    }

    private void ofProblem(Problem problem, Actor reader, Words words, List<StoryLine> lines) {
        var id = problem.id();
        milestone(id, problem.began(), words.say("problem.began"), lines);
        milestone(id, problem.recovered(), words.say("problem.recovered"), lines);
        milestone(id, problem.closed(), words.say("problem.closed"), lines);
        for (Note note : problems.notes(id)) {
            lines.add(new StoryLine(
                    note.at(),
                    Origin.PROBLEM,
                    id,
                    note.who(),
                    note.text().lines().toList()));
        }
        if (reader.may(Right.HANDLE_PROBLEMS, problem.site().value())) {
            for (Deed deed : journal.about("problem:" + id)) {
                var said = Deed.said(words, deed.reason());
                var what = Deed.said(words, deed.deed()) + (said.isEmpty() ? "" : " : " + said);
                lines.add(new StoryLine(
                        deed.at(), Origin.PROBLEM, id, deed.who(), what.lines().toList()));
            }
        }
    }

    private static void milestone(long problem, @Nullable Instant at, String what, List<StoryLine> lines) {
        if (at != null) {
            lines.add(new StoryLine(at, Origin.PROBLEM, problem, "", List.of(what)));
        }
    }

    private void ofTicket(long id, Actor reader, List<StoryLine> lines) {
        for (var entry : tickets.said(id, reader)) {
            lines.add(new StoryLine(
                    entry.at(),
                    Origin.TICKET,
                    id,
                    entry.author(),
                    entry.text().lines().toList()));
        }
    }

    private void ofCall(long id, Actor reader, List<StoryLine> lines) {
        calls.call(id)
                .map(call -> calls.mails(call, reader))
                .ifPresent(mails -> mails.forEach(
                        mail -> lines.add(new StoryLine(mail.at(), Origin.CALL, id, mail.name(), mail.text()))));
    }
}
