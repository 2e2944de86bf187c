package vigie.meeting;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** Documents and pages put under the points of an agenda, by their address. */
@Component
class Links {
    private final LinkTable table;
    private final Meetings meetings;
    private final MeetingTable points;
    private final Journal journal;
    private final Clock clock;

    Links(LinkTable table, Meetings meetings, MeetingTable points, Journal journal, Clock clock) {
        this.table = table;
        this.meetings = meetings;
        this.points = points;
        this.journal = journal;
        this.clock = clock;
    }

    List<Link> of(long meeting) {
        return table.of(meeting);
    }

    /** Puts one under a point; a closed meeting takes no more. */
    @Transactional
    long add(Actor actor, long meeting, int place, String title, String url) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        var held = open(meeting);
        if (points.itemsOf(held).stream().noneMatch(item -> item.place() == place)) {
            throw Refusal.unreadable("place", "meeting.wrong.place", Place.number(place));
        }
        var address = Wording.some("url", url, 1000);
        if (!address.matches("https?://[^\\s<>\"]+") || host(address) == null) {
            throw Refusal.unreadable("url", "meeting.wrong.link", address);
        }
        var text = Wording.within("title", title, 300);
        var id = table.add(
                new Link(0, meeting, place, text.isEmpty() ? address : text, address, actor.name()), clock.instant());
        journal.write(actor, "meeting:" + meeting, "meeting.link-added", "", address, Place.number(place));
        return id;
    }

    /** Takes one away: who put it there may, and who holds the meetings. */
    @Transactional
    void remove(Actor actor, long id) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        var link = table.link(id).orElseThrow(() -> Refusal.notFound("meeting.link-unknown", id));
        open(link.meeting());
        if (!link.addedBy().equals(actor.name())) {
            actor.mustBeAllowed(Right.HOLD_MEETINGS);
        }
        table.remove(id);
        journal.write(
                actor, "meeting:" + link.meeting(), "meeting.link-removed", link.url(), "", Place.number(link.place()));
    }

    private Meeting open(long id) {
        var meeting = meetings.meeting(id).orElseThrow(() -> Refusal.notFound("meeting.unknown", id));
        if (meeting.isClosed()) {
            throw Refusal.conflict("meeting.closed-already", id);
        }
        return meeting;
    }

    private static @org.jspecify.annotations.Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }
}
