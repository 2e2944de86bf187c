package vigie.ticket;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.mail.LetterStrayed;
import vigie.match.Matching;
import vigie.match.Said;
import vigie.people.Actor;
import vigie.registry.Federation;
import vigie.registry.KnownNames;
import vigie.registry.SiteId;

/**
 * The letters by which a helpdesk tells of a ticket of its own ({@code vigie.ticket.helpdesks}: the addresses from which it
 * writes). The first opens a ticket here, those that bear the same number are entries of it. The site is not written to:
 * its helpdesk has done so. A letter that names no site, or several, stays among those that answer nothing.
 */
@Component
class FromHelpdesks {
    private static final Pattern NUMBER = Pattern.compile("#\\s?(\\d{2,12})\\b");

    private final Set<String> helpdesks;
    private final TicketTable tickets;
    private final EntryTable entries;
    private final Federation federation;
    private final KnownNames names;
    private final Wishes wishes;
    private final Journal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    FromHelpdesks(
            @Value("${vigie.ticket.helpdesks:}") String helpdesks,
            TicketTable tickets,
            EntryTable entries,
            Federation federation,
            KnownNames names,
            Wishes wishes,
            Journal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.helpdesks = Arrays.stream(helpdesks.split("[,;\\s]+"))
                .filter(address -> !address.isBlank())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.tickets = tickets;
        this.entries = entries;
        this.federation = federation;
        this.names = names;
        this.wishes = wishes;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** Takes a letter of a helpdesk; one of anybody else is left alone. */
    @Transactional
    void take(LetterStrayed letter) {
        if (!helpdesks.contains(letter.from())) {
            return;
        }
        var said = new Said(clock.instant(), "", letter.subject() + "\n" + letter.text(), Set.of());
        Matching.siteOf(said, names.places())
                .flatMap(federation::siteNamed)
                .ifPresent(site -> put(draft(letter, site.id()), letter));
    }

    private void put(Draft draft, LetterStrayed letter) {
        var now = clock.instant();
        var wish = wishes.of(draft.site());
        var term = wish.quality().within(draft.priority(), wish.country());
        var added = tickets.add(draft, State.ASSIGNED, false, letter.from(), now, wish.quality(), term);
        var id = added.or(() -> tickets.sameAs(draft)).orElseThrow();
        if (!entries.add(id, new Entry(0, now, "MAIL", letter.from(), true, draft.text()), letter.letter(), null)) {
            return;
        }
        if (added.isPresent()) {
            journal.write(Actor.HOUSE, "ticket:" + id, "ticket.deed.opened", "", draft.subject(), letter.from());
            news.publishEvent(new TicketOpened(id));
        } else {
            tickets.hold(id).ifPresent(ticket -> tickets.progress(id, ticket.state(), letter.from(), true, now));
            journal.write(Actor.HOUSE, "ticket:" + id, "ticket.deed.answered", "", letter.from(), "");
        }
    }

    /** What is too long is cut here: the whole letter stays in the mailbox. */
    private static Draft draft(LetterStrayed letter, SiteId site) {
        var number = Optional.of(NUMBER.matcher(letter.subject()))
                .filter(java.util.regex.Matcher::find)
                .map(found -> "#" + found.group(1))
                .orElse("letter " + letter.letter());
        var subject = letter.subject().replaceAll("\\s+", " ").strip();
        var text = letter.text().isBlank() ? subject : letter.text();
        return new Draft(
                site,
                0,
                subject.isEmpty() ? number : subject.substring(0, Math.min(subject.length(), Draft.LONGEST_SUBJECT)),
                text.isBlank() ? number : text.substring(0, Math.min(text.length(), Draft.LONGEST_TEXT)),
                Priority.URGENT,
                "en",
                "mail:" + letter.from() + ":" + number);
    }
}
