package vigie.meeting;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * The points that stand on every agenda of the operations meeting. A change shows on meetings that are still live; a
 * frozen agenda keeps the points it had.
 */
@Component
class Points {
    private static final Pattern NUMBER = Pattern.compile("([1-9])(?:\\.([1-9]))?(?: ?([a-i])\\))?");
    private final MeetingTable table;
    private final Journal journal;

    Points(MeetingTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    List<MeetingTable.StandingItem> all() {
        return table.standingItems(table.operations());
    }

    /** Adds a point, or gives the one of this number another title. */
    @Transactional
    void put(Actor actor, String number, String title) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        var place = place(number);
        var text = Wording.some("title", title, 300);
        var before = all().stream()
                .filter(item -> item.place() == place)
                .map(MeetingTable.StandingItem::title)
                .findFirst()
                .orElse("");
        table.putStandingItem(table.operations(), place, text);
        journal.write(actor, "meeting:points", "meeting.point-put", before, text, Place.number(place));
    }

    /** Takes a point away under which no open meeting has anything. */
    @Transactional
    void remove(Actor actor, int place) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        var point = all().stream()
                .filter(item -> item.place() == place)
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("place", "meeting.wrong.place", Place.number(place)));
        if (table.isSpokenOf(table.operations(), place)) {
            throw Refusal.conflict("meeting.point-used", Place.number(place));
        }
        table.removeStandingItem(table.operations(), place);
        journal.write(actor, "meeting:points", "meeting.point-removed", point.title(), "", Place.number(place));
    }

    /** A number as minutes write it: 5, 5.1, 3.3 a). */
    private static int place(String number) {
        var found = NUMBER.matcher(number.strip());
        if (!found.matches()) {
            throw Refusal.unreadable("number", "meeting.wrong.number", number);
        }
        return Integer.parseInt(found.group(1)) * 100
                + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)) * 10)
                + (found.group(3) == null ? 0 : found.group(3).charAt(0) - 'a' + 1);
    }
}
