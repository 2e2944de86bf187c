package vigie.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** Opens one ticket per site with the same text: all of them or none. */
@Component
class Many {
    private static final int MOST = 500;
    private static final String PLACE = "{site}";

    private final Tickets tickets;
    private final TicketTable table;
    private final Federation federation;

    Many(Tickets tickets, TicketTable table, Federation federation) {
        this.tickets = tickets;
        this.table = table;
        this.federation = federation;
    }

    /** Opens them; {@code {site}} in subject and text becomes the site's name. The same form sent twice opens them once. */
    @Transactional
    void open(
            Actor actor,
            List<Long> sites,
            String subject,
            String text,
            Priority priority,
            String language,
            String key) {
        if (sites.isEmpty() || sites.size() > MOST) {
            throw Refusal.unreadable("sites", "ticket.many-number", sites.size(), MOST);
        }
        for (var number : sites.stream().distinct().toList()) {
            actor.mustBeAllowed(Right.HANDLE_TICKETS, number);
            var site = federation
                    .site(new SiteId(number))
                    .orElseThrow(() -> Refusal.unreadable("sites", "ticket.site-unknown", number));
            var draft = new Draft(
                    site.id(),
                    0,
                    subject.replace(PLACE, site.name()),
                    text.replace(PLACE, site.name()),
                    priority,
                    language,
                    key + ":" + number);
            table.batch(tickets.open(actor, draft), key);
        }
    }
}
