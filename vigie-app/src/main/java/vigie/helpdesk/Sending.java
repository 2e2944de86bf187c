package vigie.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigie.ticket.Entry;
import vigie.ticket.Ticket;

/**
 * Tells the helpdesk what stands in the queue, of each ticket in its order. What may have arrived is looked for by its
 * reference before it is sent again; what fails is tried again, ever more seldom, for some three days.
 */
final class Sending {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));
    private static final Duration INDEX_IS_LATE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 30;
    private static final Duration LATER = Duration.ofDays(14);

    private final Rooms rooms;
    private final Connection to;
    private final Zammad zammad;
    private final Desk desk;
    private final Dictionary words;
    private final long me;

    Sending(Rooms rooms, Connection to, Zammad zammad, Desk desk, Dictionary words, long me) {
        this.rooms = rooms;
        this.to = to;
        this.zammad = zammad;
        this.desk = desk;
        this.words = words;
        this.me = me;
    }

    /** How long to wait after so many failures. */
    static Duration pauseAfter(int failures) {
        return PAUSES.get(Math.clamp(failures - 1L, 0, PAUSES.size() - 1));
    }

    /** Sends what is due; stops where the helpdesk does not let us in, or asks us to wait. */
    void send(Instant now) {
        var waiting = new HashSet<Long>();
        for (var parcel : rooms.outgoing().all(desk.name())) {
            if (waiting.contains(parcel.ticket())) {
                continue;
            }
            if (parcel.givenUp()) {
                if (parcel.kind() == Parcel.Kind.TICKET) {
                    waiting.add(parcel.ticket());
                }
                continue;
            }
            if (parcel.nextTry().isAfter(now) || !tried(parcel, now)) {
                waiting.add(parcel.ticket());
            }
        }
    }

    private boolean tried(Parcel parcel, Instant now) {
        try {
            send(parcel);
            return true;
        } catch (Trouble trouble) {
            var tries = parcel.tries() + 1;
            var hopeless = trouble.kind() == Trouble.Kind.REFUSED || tries >= MOST_TRIES;
            // their index is late: what was just sent must be found by a search
            var least = trouble.kind() == Trouble.Kind.UNSURE ? INDEX_IS_LATE : Duration.ZERO;
            var wanted = trouble.pause().isZero() ? pauseAfter(tries) : trouble.pause();
            var pause = wanted.compareTo(least) < 0 ? least : wanted;
            // what may once have arrived is looked for from then on
            var unsure = parcel.unsure() || trouble.kind() == Trouble.Kind.UNSURE;
            rooms.outgoing().failed(parcel.id(), unsure, hopeless, trouble.getMessage(), now.plus(pause));
            if (trouble.stopsAll()) {
                throw trouble;
            }
            return false;
        }
    }

    private void send(Parcel parcel) {
        var ticket = rooms.tickets().ticket(parcel.ticket()).orElseThrow();
        var link = rooms.links().here(desk.name(), ticket.id());
        if (parcel.kind() == Parcel.Kind.TICKET) {
            if (link.isEmpty()) {
                open(parcel, ticket);
            }
            rooms.outgoing().arrived(parcel.id());
            return;
        }
        var linked = link.orElseThrow(() -> new Trouble(
                Trouble.Kind.NOT_DONE, "ticket " + ticket.id() + " is not there (expected: opened before)"));
        switch (parcel.kind()) {
            case ARTICLE -> say(parcel, linked);
            case STATE -> state(parcel, linked, ticket);
            default -> priority(parcel, linked, ticket);
        }
    }

    private void open(Parcel parcel, Ticket ticket) {
        var reference = desk.reference(ticket.id());
        var said = rooms.outside().said(ticket.id(), 0, to.key());
        var comparing = new Comparing(rooms.outside(), words);
        if (parcel.unsure()) {
            for (var each : zammad.search(reference.replaceAll("[\\[\\]]", "\""), "id", true, 10)) {
                var found = TheirTicket.of(each);
                if (found.ticketOf(desk.house()).filter(id -> id == ticket.id()).isPresent()) {
                    rooms.links().put(desk.name(), comparing.agreed(said, ticket, found));
                    return;
                }
            }
        }
        rooms.outgoing().begins(parcel.id());
        var opened = TheirTicket.of(zammad.open(ticket(ticket, reference, said)));
        rooms.together().executeWithoutResult(status -> {
            rooms.links().put(desk.name(), comparing.agreed(said, ticket, opened));
            rooms.outgoing().arrived(parcel.id());
        });
    }

    private Map<String, Object> ticket(Ticket ticket, String reference, List<Entry> said) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", (to.test() ? "[TEST] " : "") + ticket.subject() + " " + reference);
        body.put("group", to.groupsRead().getFirst());
        if (to.test() || to.customer().isEmpty()) {
            body.put("customer_id", me);
        } else {
            body.put("customer", to.customer());
        }
        words.theirs(ticket.state()).ifPresent(name -> put(body, name, ticket));
        words.theirs(ticket.priority()).ifPresent(name -> body.put("priority", name));
        if (!to.test() && !to.siteFields().isEmpty()) {
            rooms.federation()
                    .site(ticket.site())
                    .ifPresent(site -> body.put(to.siteFields().getFirst(), site.name()));
        }
        body.put(
                "article",
                said.isEmpty()
                        ? Map.of(
                                "subject",
                                ticket.subject(),
                                "body",
                                ticket.subject(),
                                "type",
                                "note",
                                "internal",
                                to.test())
                        : article(said.getFirst(), ticket.subject()));
        return body;
    }

    private void put(Map<String, Object> body, String state, Ticket ticket) {
        body.put("state", state);
        if (state.startsWith("pending")) {
            var reminder = ticket.reminder();
            body.put("pending_time", (reminder == null ? rooms.clock().instant().plus(LATER) : reminder).toString());
        }
    }

    /** Notes, letters whose writer nobody knows and changes of fields stay among those who work there. */
    private Map<String, Object> article(Entry entry, String subject) {
        var open = entry.kind().equals("MESSAGE") || (entry.kind().equals("MAIL") && entry.known());
        var article = new LinkedHashMap<String, Object>();
        article.put("subject", subject);
        article.put("body", entry.author() + ":\n\n" + entry.text() + "\n\n" + desk.referenceOfEntry(entry.id()));
        article.put("content_type", "text/plain");
        // a note is mailed to nobody by itself
        article.put("type", "note");
        article.put("internal", to.test() || !open);
        return article;
    }

    private void say(Parcel parcel, Link link) {
        var entry = rooms.outside().said(link.ticket(), parcel.entry() - 1, to.key()).stream()
                .filter(each -> each.id() == parcel.entry())
                .findFirst();
        var there = parcel.unsure()
                && Article.all(zammad.articles(link.foreignId())).stream()
                        .anyMatch(article -> article.entryOf(desk.house())
                                .filter(id -> id == parcel.entry())
                                .isPresent());
        if (entry.isPresent() && !there) {
            rooms.outgoing().begins(parcel.id());
            var article = article(entry.get(), "");
            article.put("ticket_id", link.foreignId());
            zammad.say(article);
        }
        rooms.outgoing().arrived(parcel.id());
    }

    private void state(Parcel parcel, Link link, Ticket ticket) {
        var name = words.theirs(ticket.state())
                .orElseThrow(() -> nameless(ticket.state().name()));
        if (!name.equals(link.theirState())) {
            var fields = new LinkedHashMap<String, Object>();
            put(fields, name, ticket);
            mustBeAsRead(link, "state", link.theirState());
            change(parcel, link, fields, "state", name);
        }
        agree(parcel, link.states(ticket.state().name(), name));
    }

    private void priority(Parcel parcel, Link link, Ticket ticket) {
        var name = words.theirs(ticket.priority())
                .orElseThrow(() -> nameless(ticket.priority().name()));
        if (!name.equals(link.theirPriority())) {
            mustBeAsRead(link, "priority", link.theirPriority());
            change(parcel, link, Map.of("priority", name), "priority", name);
        }
        agree(parcel, link.priorities(ticket.priority().name(), name));
    }

    private void agree(Parcel parcel, Link link) {
        rooms.together().executeWithoutResult(status -> {
            rooms.links().put(desk.name(), link);
            rooms.outgoing().arrived(parcel.id());
        });
    }

    /** Nobody must have changed it there since it was read; else the next reading compares first. */
    private void mustBeAsRead(Link link, String field, String read) {
        var now = Article.said(zammad.ticket(link.foreignId()), field);
        if (!now.equals(read)) {
            throw new Trouble(
                    Trouble.Kind.NOT_DONE,
                    "%s of #%s is '%s' (expected: '%s', as it was read)".formatted(field, link.number(), now, read));
        }
    }

    private void change(Parcel parcel, Link link, Map<String, Object> fields, String field, String wanted) {
        rooms.outgoing().begins(parcel.id());
        var answer = Article.said(zammad.change(link.foreignId(), fields), field);
        if (!answer.equals(wanted)) {
            throw new Trouble(
                    Trouble.Kind.NOT_DONE,
                    "%s of #%s is '%s' (expected: '%s')".formatted(field, link.number(), answer, wanted));
        }
    }

    private static Trouble nameless(String ours) {
        return new Trouble(
                Trouble.Kind.REFUSED, "no name for " + ours + " (expected: one among those of the helpdesk)");
    }
}
