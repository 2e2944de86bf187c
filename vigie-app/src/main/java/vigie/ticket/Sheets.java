package vigie.ticket;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vigie.mail.Notifications;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.time.Reckoning;

/** Gathers what the page of one ticket shows to one reader. */
@Component
class Sheets {
    private final EntryTable entries;
    private final AttachmentTable files;
    private final StepTable steps;
    private final BondTable bonds;
    private final TicketTable tickets;
    private final StepDrafts drafts;
    private final WatcherTable watchers;
    private final MeTooTable meToos;
    private final Federation federation;
    private final Problems problems;
    private final Notifications post;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Sheets(
            EntryTable entries,
            AttachmentTable files,
            StepTable steps,
            BondTable bonds,
            TicketTable tickets,
            StepDrafts drafts,
            WatcherTable watchers,
            MeTooTable meToos,
            Federation federation,
            Problems problems,
            Notifications post,
            Clock clock) {
        this.entries = entries;
        this.files = files;
        this.steps = steps;
        this.bonds = bonds;
        this.tickets = tickets;
        this.drafts = drafts;
        this.watchers = watchers;
        this.meToos = meToos;
        this.federation = federation;
        this.problems = problems;
        this.post = post;
        this.clock = clock;
    }

    Sheet of(Ticket ticket, Actor reader) {
        var site = ticket.site().value();
        var handles = reader.may(Right.HANDLE_TICKETS, site);
        var answers = reader.may(Right.REPLY_TICKETS, site);
        var seen = meToos.of(ticket.id()).stream()
                .map(each -> new Sheet.Seen(name(each.site()), each))
                .toList();
        var watching = watchers.of(ticket.id());
        return new Sheet(
                ticket,
                name(ticket.site()),
                said(ticket.id(), handles),
                handles ? post.ofThread(ticket.thread()) : List.of(),
                proposed(ticket),
                answers ? Moves.from(ticket.state(), handles, ticket.raisedBySite()) : List.of(),
                pressure(ticket),
                steps.of(ticket.id()).filter(asked -> asked.due() != null),
                ties(ticket, handles),
                files.of(ticket.id()),
                seen,
                ticket.state().isOpen() ? elsewhere(ticket, reader) : List.of(),
                watching.contains(reader.person()),
                watching.size(),
                UUID.randomUUID().toString());
    }

    private List<Tie> ties(Ticket ticket, boolean handles) {
        var ties = new ArrayList<Tie>();
        for (var kind : Bond.Kind.values()) {
            bonds.of(ticket.id(), kind).ifPresent(bond -> ties.add(tie(bond, bond.other(), true, List.of())));
            for (var bond : bonds.to(ticket.id(), kind)) {
                var said = kind == Bond.Kind.MASTER ? said(bond.ticket(), handles) : List.<Entry>of();
                ties.add(tie(bond, bond.ticket(), false, said));
            }
        }
        return ties;
    }

    private Tie tie(Bond bond, long far, boolean outgoing, List<Entry> said) {
        var ticket = tickets.find(far).orElseThrow();
        return new Tie(bond, ticket, name(ticket.site()), outgoing, said);
    }

    private List<Entry> said(long ticket, boolean handles) {
        return entries.of(ticket).stream()
                .filter(entry -> handles || !entry.kind().equals("NOTE"))
                .toList();
    }

    /** How it presses now; a ticket that waits for an answer or a date, or is over, does not. */
    Optional<Pressure> pressure(Ticket ticket) {
        var waits = ticket.state() == State.WAITING_FOR_REPLY || ticket.state() == State.ON_HOLD;
        if (!ticket.state().isOpen() || waits) {
            return Optional.empty();
        }
        var worked = Reckoning.OFFICE_HOURS.between(
                ticket.clockFrom(), clock.instant(), ticket.responseTerm().calendar());
        return Optional.of(Pressure.of(ticket.priority(), worked));
    }

    private List<Site> elsewhere(Ticket ticket, Actor reader) {
        return federation.sites().stream()
                .filter(site -> !site.id().equals(ticket.site()))
                .filter(site -> reader.may(Right.REPLY_TICKETS, site.id().value()))
                .toList();
    }

    /** Solving, where the problem is good now; one that came back proposes nothing. */
    private Optional<Proposed> proposed(Ticket ticket) {
        if (!ticket.state().isOpen()) {
            return Optional.empty();
        }
        return problems.problem(ticket.problem())
                .map(Problem::recovered)
                .map(moment -> new Proposed(moment, drafts.closing(ticket, moment)));
    }

    private String name(SiteId site) {
        return federation.site(site).map(known -> known.name()).orElse("?");
    }
}
