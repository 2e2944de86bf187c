package vigie.ticket;

import java.time.Clock;
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
        var said = entries.of(ticket.id()).stream()
                .filter(entry -> handles || !entry.kind().equals("NOTE"))
                .toList();
        var seen = meToos.of(ticket.id()).stream()
                .map(each -> new Sheet.Seen(name(each.site()), each))
                .toList();
        var watching = watchers.of(ticket.id());
        return new Sheet(
                ticket,
                name(ticket.site()),
                said,
                handles ? post.ofThread(ticket.thread()) : List.of(),
                proposed(ticket),
                answers ? Moves.from(ticket.state(), handles, ticket.raisedBySite()) : List.of(),
                pressure(ticket),
                steps.of(ticket.id()).filter(asked -> asked.due() != null),
                files.of(ticket.id()),
                seen,
                ticket.state().isOpen() ? elsewhere(ticket, reader) : List.of(),
                watching.contains(reader.person()),
                watching.size(),
                UUID.randomUUID().toString());
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
