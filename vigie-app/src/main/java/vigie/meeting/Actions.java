package vigie.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;
import vigie.words.Refusal;

/** The actions that meetings have decided, until they are done. */
@Component
public class Actions {
    private static final int LONGEST = 2000;

    private final ActionTable table;
    private final MeetingTable meetings;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    Actions(ActionTable table, MeetingTable meetings, People people, Journal journal, Clock clock) {
        this.table = table;
        this.meetings = meetings;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Writes down who does what by when; answers its number. A name that a person of Vigie bears makes it theirs, and
     * it waits on their desk. A closed meeting takes no more.
     */
    @Transactional
    public long add(Actor actor, long meeting, String what, String who, @Nullable LocalDate due) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        var held = meetings.meeting(meeting).orElseThrow(() -> Refusal.notFound("meeting.unknown", meeting));
        if (held.isClosed()) {
            throw Refusal.conflict("meeting.closed-already", meeting);
        }
        var name = Wording.some("who", who, 200);
        var person = people.everyone().stream()
                .filter(each -> each.active() && isNamed(each, name))
                .mapToLong(Person::id)
                .findFirst()
                .orElse(0);
        var text = Wording.some("what", what, LONGEST);
        var id = table.add(new Action(0, meeting, text, name, person, due, actor.person(), clock.instant(), null, ""));
        journal.write(
                actor,
                "meeting:" + meeting,
                "meeting.action-added",
                "",
                name + ": " + text,
                due == null ? "" : due.toString());
        return id;
    }

    /** Says what came of it. Its owner may, who wrote it down may, and who holds the meetings. */
    @Transactional
    public void done(Actor actor, long id, String outcome) {
        var action = action(id).orElseThrow(() -> Refusal.notFound("meeting.action-unknown", id));
        if (!mayFinish(actor, action)) {
            throw Refusal.notAllowed("meeting.action-of-another", id, action.who());
        }
        var text = Wording.some("outcome", outcome, LONGEST);
        if (!table.done(id, clock.instant(), text)) {
            throw Refusal.conflict("meeting.action-done-already", id);
        }
        journal.write(actor, "meeting:" + action.meeting(), "meeting.action-done", action.what(), "", text);
    }

    /** Whether this person may say that it is done. */
    public boolean mayFinish(Actor actor, Action action) {
        var owns = actor.person() != 0 && (action.person() == actor.person() || action.addedBy() == actor.person());
        return actor.may(Right.HOLD_MEETINGS) || (owns && actor.may(Right.ADD_ACTIONS));
    }

    /** The action of this number. */
    public Optional<Action> action(long id) {
        return table.action(id);
    }

    /** Those under way, by their day; those without one come last. */
    public List<Action> underWay() {
        return table.underWay();
    }

    List<Action> doneSince(Instant moment) {
        return table.doneSince(moment);
    }

    List<Action> of(long meeting) {
        return table.of(meeting);
    }

    private static boolean isNamed(Person person, String name) {
        return person.name().equalsIgnoreCase(name) || person.login().equalsIgnoreCase(name);
    }
}
