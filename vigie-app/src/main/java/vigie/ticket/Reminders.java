package vigie.ticket;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.words.Words;

/** Reminds of a ticket that waits for a reply. */
@Component
class Reminders {
    private final TicketTable tickets;
    private final EntryTable entries;
    private final StepTable steps;
    private final Correspondence letters;
    private final Clock clock;

    Reminders(TicketTable tickets, EntryTable entries, StepTable steps, Correspondence letters, Clock clock) {
        this.tickets = tickets;
        this.entries = entries;
        this.steps = steps;
        this.letters = letters;
        this.clock = clock;
    }

    /** Sends the next reminder, unless one was sent or somebody replied meanwhile. */
    @Transactional
    void remind(long id, int sent) {
        tickets.hold(id)
                .filter(ticket -> ticket.state() == State.WAITING_FOR_REPLY)
                .ifPresent(ticket -> {
                    if (steps.reminders(id) != sent) {
                        return;
                    }
                    steps.reminded(id, sent + 1);
                    var words = Words.of(Locale.forLanguageTag(ticket.language()));
                    var said =
                            words.say("ticket.template.REMINDER.text", sent + 1, ticket.clockFrom(), Long.toString(id));
                    entries.add(id, new Entry(0, clock.instant(), "CHANGE", "Vigie", true, said), 0, null);
                    letters.write(ticket, said, "");
                });
    }
}
