package vigie.meeting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.page.Frames;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** The meetings for machines, to read and to hold; sentences come in the language of {@code Accept-Language}. */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingApi {
    private final Meetings meetings;
    private final Actions actions;

    MeetingApi(Meetings meetings, Actions actions) {
        this.meetings = meetings;
        this.actions = actions;
    }

    record Head(
            long id,
            String title,
            Instant begins,
            MeetingState state,
            String chair,
            String secretary,
            String link,
            @Nullable Instant frozen,
            @Nullable Instant closed) {
        static Head of(Meeting meeting, Words words) {
            return new Head(
                    meeting.id(),
                    meeting.title(words),
                    meeting.begins(),
                    meeting.state(),
                    meeting.chair(),
                    meeting.secretary(),
                    meeting.link(),
                    meeting.frozen(),
                    meeting.closed());
        }
    }

    record Whole(Head meeting, List<Point> agenda, List<Attendance> attendance, List<Decided> actions) {}

    record Point(String number, String title, List<Said> sections, List<Subject> topics, List<Address> links) {}

    record Address(String title, String url) {}

    record Said(String section, String title, String empty, List<Drawn.Line> lines) {}

    record Subject(long id, String title, String said, String addedBy) {}

    record Decided(
            long id,
            String what,
            String who,
            @Nullable LocalDate due,
            @Nullable Instant done,
            String outcome) {}

    @GetMapping
    @May(Right.READ)
    List<Head> all(HttpServletRequest request) {
        var words = Frames.words(request);
        return meetings.all().stream().map(meeting -> Head.of(meeting, words)).toList();
    }

    @GetMapping("/{id}")
    @May(Right.READ)
    Whole one(@PathVariable long id, HttpServletRequest request) {
        var words = Frames.words(request);
        var meeting = meetings.meeting(id).orElseThrow(() -> Refusal.notFound("meeting.unknown", id));
        return new Whole(
                Head.of(meeting, words),
                meetings.agenda(meeting, words).items().stream()
                        .map(MeetingApi::point)
                        .toList(),
                meetings.attendance(id),
                actions.of(id).stream().map(MeetingApi::decided).toList());
    }

    record MeetingSaid(
            @Nullable Instant begins,
            @Nullable String chair,
            @Nullable String secretary,
            @Nullable String link) {}

    record SubjectSaid(
            @Nullable Integer place,
            @Nullable String title,
            @Nullable String said) {}

    record Present(@Nullable String name, @Nullable String site) {}

    record ActionSaid(
            @Nullable String what,
            @Nullable String who,
            @Nullable LocalDate due) {}

    record Added(long id) {}

    /** Plans a meeting. */
    @PostMapping
    @May(Right.HOLD_MEETINGS)
    @ResponseStatus(HttpStatus.CREATED)
    Added plan(Actor actor, @RequestBody MeetingSaid said) {
        if (said.begins() == null) {
            throw Refusal.unreadable("begins", "meeting.wrong.moment", "");
        }
        var invitation = new Invitation(text(said.chair()), text(said.secretary()), text(said.link()));
        return new Added(meetings.plan(actor, said.begins(), invitation));
    }

    /** Keeps what the rooms say now. */
    @PostMapping("/{id}/freeze")
    @May(Right.HOLD_MEETINGS)
    Whole freeze(Actor actor, @PathVariable long id, HttpServletRequest request) {
        meetings.freeze(actor, id);
        return one(id, request);
    }

    /** Ends a frozen meeting. */
    @PostMapping("/{id}/close")
    @May(Right.HOLD_MEETINGS)
    Whole close(Actor actor, @PathVariable long id, HttpServletRequest request) {
        meetings.close(actor, id);
        return one(id, request);
    }

    /** Puts something under a point of the agenda; the place of 5.1 is 510. */
    @PostMapping("/{id}/topics")
    @May(Right.ADD_ACTIONS)
    @ResponseStatus(HttpStatus.CREATED)
    Added addTopic(Actor actor, @PathVariable long id, @RequestBody SubjectSaid said) {
        var place = said.place() == null ? 0 : said.place();
        return new Added(meetings.addTopic(actor, id, place, text(said.title()), text(said.said())));
    }

    /** Writes down who is there. */
    @PostMapping("/{id}/attendance")
    @May(Right.ADD_ACTIONS)
    @ResponseStatus(HttpStatus.CREATED)
    List<Attendance> attend(Actor actor, @PathVariable long id, @RequestBody Present said) {
        meetings.attend(actor, id, text(said.name()), text(said.site()));
        return meetings.attendance(id);
    }

    /** Writes down who does what by when. */
    @PostMapping("/{id}/actions")
    @May(Right.ADD_ACTIONS)
    @ResponseStatus(HttpStatus.CREATED)
    Added addAction(Actor actor, @PathVariable long id, @RequestBody ActionSaid said) {
        return new Added(actions.add(actor, id, text(said.what()), text(said.who()), said.due()));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static Point point(Agenda.Item item) {
        return new Point(
                item.number(),
                item.title(),
                item.sections().stream()
                        .map(drawn -> new Said(drawn.section(), drawn.title(), drawn.empty(), drawn.lines()))
                        .toList(),
                item.topics().stream()
                        .map(topic -> new Subject(topic.id(), topic.title(), topic.said(), topic.addedBy()))
                        .toList(),
                item.links().stream()
                        .map(link -> new Address(link.title(), link.url()))
                        .toList());
    }

    private static Decided decided(Action action) {
        return new Decided(action.id(), action.what(), action.who(), action.due(), action.done(), action.outcome());
    }
}
