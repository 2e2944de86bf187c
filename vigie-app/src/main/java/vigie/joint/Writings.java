package vigie.joint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vigie.help.Call;
import vigie.help.CallState;
import vigie.help.Calls;
import vigie.match.Said;
import vigie.people.Actor;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.ticket.Entry;
import vigie.ticket.Ticket;
import vigie.ticket.Tickets;

/** What people wrote and what may yet be of the cause of a problem: open tickets about none, and calls of the last days. */
@Component
class Writings {
    private static final Duration LONGEST_CALL = Duration.ofDays(7);

    /** A failure is told at the beginning. */
    private static final int ENTRIES_READ = 3;

    private final Tickets tickets;
    private final Calls calls;
    private final Federation federation;
    private final Clock clock;

    Writings(Tickets tickets, Calls calls, Federation federation, Clock clock) {
        this.tickets = tickets;
        this.calls = calls;
        this.federation = federation;
        this.clock = clock;
    }

    Optional<Writing> ticket(long id) {
        return tickets.ticket(id)
                .filter(ticket -> ticket.state().isOpen() && ticket.problem() == 0)
                .map(this::of);
    }

    Optional<Writing> call(long id) {
        return calls.call(id).filter(this::mayJoin).map(this::of);
    }

    /** All since a moment that may be of this site. */
    List<Writing> of(SiteId site, Instant since) {
        var recent = clock.instant().minus(LONGEST_CALL);
        return Stream.concat(
                        tickets.openTickets(site).stream()
                                .filter(ticket -> ticket.problem() == 0
                                        && !ticket.opened().isBefore(since))
                                .map(this::of),
                        calls.askedSince(recent.isBefore(since) ? since : recent).stream()
                                .filter(call ->
                                        call.site().equals(site) || call.site().value() == 0)
                                .map(this::of))
                .toList();
    }

    private boolean mayJoin(Call call) {
        return call.isCall()
                && call.state() != CallState.CLOSED
                && call.asked().isAfter(clock.instant().minus(LONGEST_CALL));
    }

    private Writing of(Ticket ticket) {
        var said = tickets.said(ticket.id(), Actor.HOUSE).stream()
                .filter(entry -> entry.kind().equals("MESSAGE") || entry.kind().equals("MAIL"))
                .limit(ENTRIES_READ)
                .map(Entry::text)
                .collect(Collectors.joining("\n"));
        return new Writing(
                Kind.TICKET,
                ticket.id(),
                ticket.site(),
                new Said(ticket.opened(), name(ticket.site()), ticket.subject() + "\n" + said, Set.of()));
    }

    private Writing of(Call call) {
        return new Writing(
                Kind.CALL,
                call.id(),
                call.site(),
                new Said(call.asked(), name(call.site()), calls.text(call), Set.of()));
    }

    private String name(SiteId site) {
        return federation.site(site).map(Site::name).orElse("");
    }
}
