package vigie.ticket;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.mail.LetterArrived;

/** A letter that answers a ticket is what its writer says in the ticket. */
@Component
class LettersBecomeReplies {
    private final Tickets tickets;

    LettersBecomeReplies(Tickets tickets) {
        this.tickets = tickets;
    }

    @ApplicationModuleListener
    void on(LetterArrived letter) {
        if (letter.thread().matches("ticket:\\d{1,15}")) {
            var id = Long.parseLong(letter.thread().substring("ticket:".length()));
            if (tickets.ticket(id).isPresent()) {
                tickets.heard(id, letter);
            }
        }
    }
}
