package vigie.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/**
 * The meetings of the operations series: planned, frozen when they begin, closed when they have been held.
 *
 * <p>Until it is frozen an agenda is drawn live from what the rooms say; from then on it keeps what was seen.
 */
@Component
public class Meetings {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** What an agenda looks back over where no meeting was held before. */
    private static final Duration LOOK_BACK = Duration.ofDays(35);

    private final MeetingTable table;
    private final TopicTable topics;
    private final LinkTable links;
    private final AttendanceTable attendance;
    private final FrozenTable frozen;
    private final Sections sections;
    private final Journal journal;
    private final Clock clock;

    Meetings(
            MeetingTable table,
            TopicTable topics,
            LinkTable links,
            AttendanceTable attendance,
            FrozenTable frozen,
            Sections sections,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.topics = topics;
        this.links = links;
        this.attendance = attendance;
        this.frozen = frozen;
        this.sections = sections;
        this.journal = journal;
        this.clock = clock;
    }

    /** Plans a meeting; answers its number. Two cannot begin at one moment. */
    @Transactional
    public long plan(Actor actor, Instant begins, Invitation invitation) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        refuseUnlikely(begins);
        var series = table.operations();
        refuseTwin(series, begins, 0);
        var id = table.add(series, begins, invitation);
        journal.write(actor, "meeting:" + id, "meeting.planned", "", begins.toString(), "meeting.reason.planned");
        return id;
    }

    /** Changes when and where a meeting is held, and by whom. */
    @Transactional
    public void change(Actor actor, long id, Instant begins, Invitation invitation) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        refuseUnlikely(begins);
        var before = openMeeting(id);
        refuseTwin(before.series(), begins, id);
        table.change(id, begins, invitation);
        journal.write(
                actor,
                "meeting:" + id,
                "meeting.changed",
                before.begins() + ", " + before.chair() + ", " + before.secretary(),
                begins + ", " + invitation.chair() + ", " + invitation.secretary(),
                "meeting.reason.planned");
    }

    /** Keeps what the rooms say now; the agenda no longer changes by itself. */
    @Transactional
    public void freeze(Actor actor, long id) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        var meeting = openMeeting(id);
        var now = clock.instant();
        if (!table.freeze(id, now)) {
            throw Refusal.conflict("meeting.frozen-already", id);
        }
        table.freezeItems(id, meeting.series());
        var last = lastBefore(meeting);
        frozen.keep(
                id,
                sections.drawn(Words.FRENCH, last, now, pathOf(id)),
                sections.drawn(Words.ENGLISH, last, now, pathOf(id)));
        journal.write(actor, "meeting:" + id, "meeting.frozen", "PLANNED", "FROZEN", "meeting.reason.held");
    }

    /** Ends a frozen meeting; its actions go on. */
    @Transactional
    public void close(Actor actor, long id) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        openMeeting(id);
        if (!table.close(id, clock.instant())) {
            throw Refusal.conflict("meeting.not-frozen", id);
        }
        journal.write(actor, "meeting:" + id, "meeting.closed", "FROZEN", "CLOSED", "meeting.reason.held");
    }

    /** Puts something to speak about under a point of the agenda; answers its number. */
    @Transactional
    public long addTopic(Actor actor, long id, int place, String title, String said) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        var meeting = openMeeting(id);
        if (table.itemsOf(meeting).stream().noneMatch(item -> item.place() == place)) {
            throw Refusal.unreadable("place", "meeting.wrong.place", Place.number(place));
        }
        var heading = Wording.some("title", title, 300);
        var topic = topics.add(id, place, heading, Wording.within("said", said, 20_000), actor.name(), clock.instant());
        journal.write(actor, "meeting:" + id, "meeting.topic-added", "", heading, Place.number(place));
        return topic;
    }

    /** Writes down what was said about a topic. */
    @Transactional
    public void say(Actor actor, long topic, String said) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        var about = topics.topic(topic).orElseThrow(() -> Refusal.notFound("meeting.topic-unknown", topic));
        openMeeting(about.meeting());
        if (!about.addedBy().equals(actor.name())) {
            actor.mustBeAllowed(Right.HOLD_MEETINGS);
        }
        var text = Wording.within("said", said, 20_000);
        topics.say(topic, text);
        journal.write(actor, "meeting:" + about.meeting(), "meeting.topic-said", about.said(), text, about.title());
    }

    /** Writes down who was there, and for which site. */
    @Transactional
    public void attend(Actor actor, long id, String name, String site) {
        actor.mustBeAllowed(Right.ADD_ACTIONS);
        openMeeting(id);
        var who = new Attendance(Wording.some("name", name, 200), Wording.within("site", site, 200));
        attendance.add(id, who);
        journal.write(actor, "meeting:" + id, "meeting.attended", "", who.name(), who.site());
    }

    /** Takes somebody off the list who was not there. */
    @Transactional
    public void wasAbsent(Actor actor, long id, String name) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        openMeeting(id);
        if (attendance.remove(id, name)) {
            journal.write(actor, "meeting:" + id, "meeting.absent", name, "", "meeting.reason.held");
        }
    }

    /** The meeting of this number. */
    public Optional<Meeting> meeting(long id) {
        return table.meeting(id);
    }

    /** All meetings, the latest first, at most five hundred. */
    public List<Meeting> all() {
        return table.all();
    }

    /** The meetings that are not closed, the earliest first. */
    public List<Meeting> open() {
        return table.open();
    }

    /** The agenda of a meeting as it stands, in the language of the reader. */
    Agenda agenda(Meeting meeting, Words words) {
        var drawn = meeting.state() == MeetingState.PLANNED
                ? sections.drawn(words, lastBefore(meeting), clock.instant(), pathOf(meeting.id()))
                : frozen.of(meeting.id(), words);
        return Agenda.of(words, table.itemsOf(meeting), drawn, topics.of(meeting.id()), links.of(meeting.id()));
    }

    List<Attendance> attendance(long id) {
        return attendance.of(id);
    }

    private static String pathOf(long id) {
        return "/meetings/" + id;
    }

    /** The last one held: a meeting that is still ahead is no past to look back on. */
    private Instant lastBefore(Meeting meeting) {
        var now = clock.instant();
        var before = meeting.begins().isBefore(now) ? meeting.begins() : now;
        return table.before(meeting.series(), before).map(Meeting::begins).orElseGet(() -> now.minus(LOOK_BACK));
    }

    private Meeting openMeeting(long id) {
        var meeting = meeting(id).orElseThrow(() -> Refusal.notFound("meeting.unknown", id));
        if (meeting.isClosed()) {
            throw Refusal.conflict("meeting.closed-already", id);
        }
        return meeting;
    }

    /** A year that no calendar can show is a slip of the pen. */
    private static void refuseUnlikely(Instant begins) {
        if (begins.isBefore(EARLIEST) || !begins.isBefore(LATEST)) {
            throw Refusal.unreadable("begins", "meeting.wrong.moment", begins.toString());
        }
    }

    private void refuseTwin(long series, Instant begins, long otherThan) {
        if (table.existsAt(series, begins, otherThan)) {
            throw Refusal.unreadable("begins", "meeting.twin", begins);
        }
    }
}
