package vigie.ticket;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.people.People;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.SiteId;

/** To whom the letters of a ticket go, and whose letters count in it. */
@Component
class Correspondence {
    private final Federation federation;
    private final People people;
    private final WatcherTable watchers;
    private final Notifications post;
    private final DutyAddresses onDuty;
    private final List<String> duty;

    Correspondence(
            Federation federation,
            People people,
            WatcherTable watchers,
            Notifications post,
            DutyAddresses onDuty,
            @Value("${vigie.duty.mail:rod@vigie.localdomain}") List<String> duty) {
        this.federation = federation;
        this.people = people;
        this.watchers = watchers;
        this.post = post;
        this.onDuty = onDuty;
        this.duty = duty;
    }

    /** Writes to the site, to those on duty and to those who watch the ticket, but not to who said it. */
    void write(Ticket ticket, String text, String except) {
        write(ticket, "", text, List.of(), except);
    }

    /** The same, and to some more; what follows the subject says what it is about. */
    void write(Ticket ticket, String suffix, String text, Collection<String> more, String except) {
        var to = recipients(ticket, more, except);
        if (!to.isEmpty()) {
            var subject =
                    "[Vigie #%d] %s%s".formatted(ticket.id(), ticket.subject(), suffix.isEmpty() ? "" : " - " + suffix);
            post.send(new Letter(to, subject, text, ticket.thread()));
        }
    }

    /** Everybody who is written to. */
    List<String> recipients(Ticket ticket, Collection<String> more, String except) {
        var to = new LinkedHashSet<>(addresses(ticket.site()));
        to.addAll(more);
        watchers.of(ticket.id())
                .forEach(person -> people.person(person)
                        .filter(known -> known.active() && !known.mail().isBlank())
                        .ifPresent(known -> to.add(known.mail())));
        to.removeIf(address -> address.equalsIgnoreCase(except));
        return List.copyOf(to);
    }

    /** Whether this address answers for the site, or for those on duty. */
    boolean answersFor(SiteId site, String address) {
        return addresses(site).stream().anyMatch(address::equalsIgnoreCase)
                || duty.stream().anyMatch(address::equalsIgnoreCase)
                || people.ofMail(address)
                        .filter(actor -> actor.may(Right.REPLY_TICKETS, site.value()))
                        .isPresent();
    }

    /** Whether this address is that of those on duty, or of somebody among them. */
    boolean isDuty(SiteId site, String address) {
        return duty.stream().anyMatch(address::equalsIgnoreCase)
                || people.ofMail(address)
                        .filter(actor -> actor.may(Right.HANDLE_TICKETS, site.value()))
                        .isPresent();
    }

    private List<String> addresses(SiteId site) {
        var all = new LinkedHashSet<String>();
        federation
                .site(site)
                .ifPresent(known -> List.of(known.mail().split("[,;]\\s*")).forEach(all::add));
        all.addAll(federation.mailOf(site, "Site Administrator"));
        all.addAll(onDuty.of(site));
        all.removeIf(String::isBlank);
        return List.copyOf(all);
    }
}
