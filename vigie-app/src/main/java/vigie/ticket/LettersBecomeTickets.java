package vigie.ticket;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.mail.LetterStrayed;

/** A letter by which a helpdesk tells of a ticket of its own is a ticket here. */
@Component
class LettersBecomeTickets {
    private final FromHelpdesks helpdesks;

    LettersBecomeTickets(FromHelpdesks helpdesks) {
        this.helpdesks = helpdesks;
    }

    @ApplicationModuleListener
    void on(LetterStrayed letter) {
        helpdesks.take(letter);
    }
}
