package vigie.helpdesk;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.registry.Federation;
import vigie.ticket.Outside;
import vigie.ticket.Tickets;

/** What a bridge needs of this house. */
@Component
record Rooms(
        DeskTable desks,
        InStepTable links,
        OutgoingTable outgoing,
        TurnedDownTable turnedDown,
        Tickets tickets,
        Outside outside,
        Federation federation,
        Clock clock,
        TransactionTemplate together) {}
