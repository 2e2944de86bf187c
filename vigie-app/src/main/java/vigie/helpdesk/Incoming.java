package vigie.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Ticket;
import vigie.words.Refusal;

/**
 * Reads what has changed there. Pages are asked by number of ticket, for a page by page count would skip those that move
 * while it is read; what changed in the last minutes before is read once more, for their index is late. Each ticket is
 * taken in a transaction of its own; one that cannot be is told, and keeps nobody from their turn.
 */
final class Incoming {
    private final Rooms rooms;
    private final Connection from;
    private final Zammad zammad;
    private final Desk desk;
    private final Dictionary words;
    private final Comparing comparing;
    private final long me;

    Incoming(Rooms rooms, Connection from, Zammad zammad, Desk desk, Dictionary words, long me) {
        this.rooms = rooms;
        this.from = from;
        this.zammad = zammad;
        this.desk = desk;
        this.words = words;
        this.comparing = new Comparing(rooms.outside(), words);
        this.me = me;
    }

    /** Answers the moment before which all has been read; null where there was nothing yet. */
    @Nullable
    Instant read() {
        var groups = from.groupsRead().stream()
                .map(group -> "group.name:\"" + group.replace("\"", "") + "\"")
                .collect(Collectors.joining(" OR ", "(", ")"));
        var newest = zammad.search(groups, "updated_at", false, 1);
        if (newest.isEmpty()) {
            return null;
        }
        var until = TheirTicket.of(newest.get(0)).updatedAt();
        var query = desk.since() == null
                ? groups
                : groups + " AND updated_at:[\"" + desk.since().minus(from.overlap()) + "\" TO *]";
        var last = 0L;
        for (var page = page(query, last); !page.isEmpty(); page = page(query, last)) {
            var before = last;
            for (var each : page) {
                var ticket = TheirTicket.of(each);
                take(ticket, false);
                last = Math.max(last, ticket.id());
            }
            if (last == before) {
                throw new Trouble(Trouble.Kind.UNSURE, "the same page again (expected: tickets after " + last + ")");
            }
        }
        for (var id : rooms.turnedDown().wantedAgain(desk.name())) {
            take(TheirTicket.of(zammad.ticket(id)), true);
        }
        return until;
    }

    private JsonNode page(String query, long last) {
        return zammad.search(query + " AND id:>" + last, "id", true, from.pageSize());
    }

    private void take(TheirTicket theirs, boolean again) {
        var link = rooms.links().there(desk.name(), theirs.id());
        if (!again
                && link.filter(known -> known.theirUpdated().equals(theirs.updated()))
                        .isPresent()) {
            return;
        }
        try {
            if (link.isEmpty() && !isForUs(theirs)) {
                return;
            }
            var articles = Article.all(zammad.articles(theirs.id()));
            rooms.together().executeWithoutResult(status -> {
                take(theirs, articles);
                rooms.turnedDown().taken(desk.name(), theirs.id());
            });
        } catch (LineRefused no) {
            var line = no.of(new Line(0, java.util.Map.of(), ""), theirs.number());
            turnDown(theirs, line.field(), line.value(), line.expected(), line.arguments());
        } catch (Refusal no) {
            turnDown(
                    theirs,
                    no.field() == null ? "" : no.field(),
                    "",
                    "helpdesk.expected.fits",
                    List.of(no.getMessage()));
        }
    }

    private void turnDown(TheirTicket theirs, String field, String value, String expected, List<String> arguments) {
        rooms.turnedDown()
                .put(
                        desk.name(),
                        new TurnedDown(
                                theirs.id(),
                                LineRefused.clean(theirs.number(), 100),
                                LineRefused.clean(theirs.title(), 200),
                                field,
                                value,
                                expected,
                                arguments,
                                rooms.clock().instant()));
    }

    /** Ended ones are history; those without a site are nobody's here. One whose state or site nobody knows is told. */
    private boolean isForUs(TheirTicket theirs) {
        if (theirs.ticketOf(desk.house()).isPresent()) {
            return true;
        }
        var site = theirs.site(from.siteFields());
        if (site.isEmpty() || !state(theirs).isOpen()) {
            return false;
        }
        if (rooms.federation().siteNamed(site).isEmpty()) {
            throw new LineRefused(from.siteFields().getFirst(), site, "helpdesk.expected.site");
        }
        return true;
    }

    private void take(TheirTicket theirs, List<Article> articles) {
        var known = rooms.links().there(desk.name(), theirs.id());
        var link = known.orElseGet(() -> theirs.ticketOf(desk.house())
                .flatMap(rooms.tickets()::ticket)
                .map(ours -> joined(ours, theirs))
                .orElseGet(() -> opened(theirs, articles)));
        for (var article : articles) {
            hear(link, article, articles);
        }
        var ticket = rooms.tickets().ticket(link.ticket()).orElseThrow();
        var compared = comparing.compare(link, ticket, theirs, () -> zammad.history(theirs.id()));
        rooms.links().put(desk.name(), compared.readAt(theirs.updated()));
    }

    /** One of ours whose answer was lost when it was sent. */
    private Link joined(Ticket ours, TheirTicket theirs) {
        rooms.links().here(desk.name(), ours.id()).ifPresent(other -> {
            throw new LineRefused("title", theirs.title(), "helpdesk.expected.single", other.number());
        });
        var link = comparing.agreed(rooms.outside().said(ours.id(), 0, from.key()), ours, theirs);
        rooms.links().put(desk.name(), link);
        rooms.outgoing().arrived(desk.name(), ours.id(), Parcel.Kind.TICKET, 0);
        return link;
    }

    private Link opened(TheirTicket theirs, List<Article> articles) {
        var site = rooms.federation().siteNamed(theirs.site(from.siteFields())).orElseThrow();
        var state = state(theirs);
        var priority = words.priority(theirs.priority()).orElse(Priority.URGENT);
        var opening = Article.opening(articles);
        var title = theirs.title().isBlank() ? "#" + theirs.number() : theirs.title();
        var who = opening.map(Article::who).orElse("?");
        var id = rooms.outside()
                .open(
                        from.key() + theirs.id(),
                        "%s (%s #%s)".formatted(who, desk.name(), theirs.number()),
                        site.id(),
                        title,
                        opening.map(Article::text)
                                .filter(text -> !text.isBlank())
                                .orElse(title),
                        priority,
                        state);
        return new Link(
                id,
                theirs.id(),
                theirs.number(),
                false,
                state.name(),
                theirs.state(),
                priority.name(),
                theirs.priority(),
                theirs.updated(),
                0);
    }

    /** Never an echo: what this house wrote there is not heard here. */
    private void hear(Link link, Article article, List<Article> all) {
        var ours = article.entryOf(desk.house());
        ours.ifPresent(entry -> rooms.outgoing().arrived(desk.name(), link.ticket(), Parcel.Kind.ARTICLE, entry));
        var opening =
                !link.ours() && Article.opening(all).filter(article::equals).isPresent();
        if (ours.isPresent() || article.by() == me || opening || article.text().isBlank()) {
            return;
        }
        rooms.outside()
                .hear(
                        link.ticket(),
                        from.key() + "article:" + article.id(),
                        "%s (%s #%s)".formatted(article.who(), desk.name(), link.number()),
                        article.text(),
                        article.internal());
    }

    private State state(TheirTicket theirs) {
        return words.state(theirs.state())
                .orElseThrow(() ->
                        new LineRefused("state", theirs.state(), "helpdesk.expected.one-of", StateNames.states()));
    }
}
