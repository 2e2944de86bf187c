package vigie.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.help.Call;
import vigie.help.CallState;
import vigie.help.Calls;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;
import vigie.words.Words;

/** Gives joints their words. What is no longer there, as a conversation that became part of another, is left out. */
@Component
class JointLines {
    private final Tickets tickets;
    private final Calls calls;
    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final Federation federation;
    private final JointSentences sentences;

    JointLines(
            Tickets tickets,
            Calls calls,
            Problems problems,
            ProblemLine.Lines lines,
            Federation federation,
            JointSentences sentences) {
        this.tickets = tickets;
        this.calls = calls;
        this.problems = problems;
        this.lines = lines;
        this.federation = federation;
        this.sentences = sentences;
    }

    List<JointLine> of(List<Joint> joints, @Nullable Actor reader, Words words) {
        if (reader == null || joints.isEmpty()) {
            return List.of();
        }
        var broken = broken(joints);
        return joints.stream()
                .flatMap(joint -> of(joint, Optional.ofNullable(broken.get(joint.problem())), reader, words).stream())
                .toList();
    }

    private Map<Long, ProblemLine> broken(List<Joint> joints) {
        var its = joints.stream()
                .map(Joint::problem)
                .distinct()
                .flatMap(id -> problems.problem(id).stream())
                .toList();
        var byId = new HashMap<Long, ProblemLine>();
        lines.of(its).forEach(line -> byId.put(line.problem().id(), line));
        return byId;
    }

    private Optional<JointLine> of(Joint joint, Optional<ProblemLine> problem, Actor reader, Words words) {
        var writing = joint.kind() == Kind.TICKET
                ? tickets.ticket(joint.number()).map(ticket -> told(ticket, words))
                : calls.call(joint.number()).map(call -> told(call, reader, words));
        return writing.flatMap(said -> problem.map(line -> new JointLine(
                joint,
                federation.site(joint.site()).map(Site::name).orElse("?"),
                said,
                line.what(words),
                sentences.of(joint, words),
                reader.may(Right.HANDLE_PROBLEMS, joint.site().value()),
                isOpen(joint, line.problem()))));
    }

    private boolean isOpen(Joint joint, Problem problem) {
        return problem.isOpen()
                && (joint.kind() == Kind.TICKET
                        ? tickets.ticket(joint.number())
                                .filter(ticket -> ticket.state().isOpen())
                                .isPresent()
                        : calls.call(joint.number())
                                .filter(call -> call.state() != CallState.CLOSED)
                                .isPresent());
    }

    private static String told(Ticket ticket, Words words) {
        return words.say(
                "joint.ticket", Long.toString(ticket.id()), ticket.subject(), ticket.openedBy(), ticket.opened());
    }

    private String told(Call call, Actor reader, Words words) {
        return words.say("joint.call", Long.toString(call.id()), calls.title(call, reader), call.asked());
    }
}
