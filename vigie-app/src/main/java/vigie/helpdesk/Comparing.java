package vigie.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.ticket.Entry;
import vigie.ticket.Outside;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Ticket;
import vigie.words.Words;

/**
 * Compares a ticket there and here, field by field, with what both were when they were last the same. What changed on one
 * side alone goes to the other. Where both changed, the later change stands, and a note says so; the other stays in the
 * history of its own house.
 */
final class Comparing {
    private final Outside outside;
    private final Dictionary words;

    Comparing(Outside outside, Dictionary words) {
        this.outside = outside;
        this.words = words;
    }

    /** Follows what changed there; what changed here is left for sending. */
    Link compare(Link link, Ticket ticket, TheirTicket theirs, Supplier<JsonNode> history) {
        var states = state(link, ticket, theirs, history);
        return priority(states, ticket, theirs, history);
    }

    private Link state(Link link, Ticket ticket, TheirTicket theirs, Supplier<JsonNode> history) {
        var there = theirs.state();
        if (there.isEmpty() || there.equals(link.theirState())) {
            return link;
        }
        var meant = words.state(there)
                .orElseThrow(() -> new LineRefused("state", there, "helpdesk.expected.one-of", StateNames.states()));
        if (meant == ticket.state()) {
            return link.states(meant.name(), there);
        }
        var both = !ticket.state().name().equals(link.ourState());
        if (both && !laterThere(ticket, theirs, "state", ticket.state().name(), history)) {
            return link.states(link.ourState(), there);
        }
        outside.become(ticket.id(), meant, by(link), solution(meant, link));
        return link.states(meant.name(), there);
    }

    private Link priority(Link link, Ticket ticket, TheirTicket theirs, Supplier<JsonNode> history) {
        var there = theirs.priority();
        var meant = words.priority(there);
        if (there.equals(link.theirPriority()) || meant.isEmpty()) {
            return link;
        }
        if (meant.get() == ticket.priority()) {
            return link.priorities(meant.get().name(), there);
        }
        var both = !ticket.priority().name().equals(link.ourPriority());
        if (both && !laterThere(ticket, theirs, "priority", ticket.priority().name(), history)) {
            return link.priorities(link.ourPriority(), there);
        }
        outside.priority(ticket.id(), meant.get(), by(link));
        return link.priorities(meant.get().name(), there);
    }

    /** Whether the change there is the later one; a note tells of both in any case. */
    private boolean laterThere(
            Ticket ticket, TheirTicket theirs, String field, String here, Supplier<JsonNode> history) {
        var theirMoment = changed(history, field).orElse(theirs.updatedAt());
        var ourMoment = outside.changed(ticket.id(), field.equals("state"));
        var later = theirMoment.isAfter(ourMoment);
        var said = Words.of(Locale.forLanguageTag(ticket.language()));
        var key = "ticket." + field + "." + here;
        outside.note(
                ticket.id(),
                said.say(
                        later ? "helpdesk.conflict.theirs" : "helpdesk.conflict.ours",
                        said.say("ticket." + field),
                        field.equals("state") ? theirs.state() : theirs.priority(),
                        theirMoment,
                        said.knows(key) ? said.say(key) : here,
                        ourMoment));
        return later;
    }

    /** When the field was last changed there, as their history of the ticket tells; empty where it does not. */
    private static Optional<Instant> changed(Supplier<JsonNode> history, String field) {
        @Nullable Instant last = null;
        JsonNode deeds;
        try {
            deeds = history.get();
        } catch (Trouble untold) {
            return Optional.empty();
        }
        for (var deed : deeds) {
            var moment = TheirTicket.moment(Article.said(deed, "created_at"));
            if (Article.said(deed, "attribute").equals(field)
                    && moment.isPresent()
                    && (last == null || moment.get().isAfter(last))) {
                last = moment.get();
            }
        }
        return Optional.ofNullable(last);
    }

    /** A ticket of ours that arrived there: what both are now counts as the same. */
    Link agreed(List<Entry> said, Ticket ours, TheirTicket theirs) {
        var state = theirs.state().isEmpty()
                        || words.theirs(ours.state())
                                .filter(theirs.state()::equals)
                                .isPresent()
                ? ours.state()
                : words.state(theirs.state()).orElse(State.NEW);
        var priority = theirs.priority().isEmpty()
                        || words.theirs(ours.priority())
                                .filter(theirs.priority()::equals)
                                .isPresent()
                ? ours.priority()
                : words.priority(theirs.priority()).orElse(Priority.URGENT);
        return new Link(
                ours.id(),
                theirs.id(),
                theirs.number(),
                true,
                state.name(),
                theirs.state(),
                priority.name(),
                theirs.priority(),
                "",
                said.isEmpty() ? 0 : said.getFirst().id());
    }

    private static String by(Link link) {
        return "helpdesk #" + link.number();
    }

    private static String solution(State state, Link link) {
        return state == State.SOLVED || state == State.UNSOLVED ? by(link) : "";
    }
}
