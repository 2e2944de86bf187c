package vigie.meeting;

import java.time.LocalDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The pages of the meetings: all of them, and the one at hand with its agenda. */
@Controller
class MeetingPages {
    private final Meetings meetings;
    private final Actions actions;

    MeetingPages(Meetings meetings, Actions actions) {
        this.meetings = meetings;
        this.actions = actions;
    }

    @GetMapping("/meetings")
    @May(Right.READ)
    ModelAndView all(Frame frame) {
        return Page.of(
                "meeting/meetings",
                frame.titled(frame.words().say("meeting.all")),
                "meetings",
                meetings.all(),
                "actions",
                actions.underWay());
    }

    @PostMapping("/meetings")
    @May(Right.HOLD_MEETINGS)
    ModelAndView plan(
            Frame frame,
            Actor actor,
            @RequestParam String begins,
            @RequestParam(defaultValue = "") String chair,
            @RequestParam(defaultValue = "") String secretary,
            @RequestParam(defaultValue = "") String link,
            RedirectAttributes left) {
        var moment = Wording.moment("begins", begins, frame.words().zone());
        var id = meetings.plan(actor, moment, new Invitation(chair, secretary, link));
        return Done.at("/meetings/" + id, left, frame.words().say("meeting.planned.done", moment));
    }

    @GetMapping("/meetings/{id}")
    @May(Right.READ)
    ModelAndView one(Frame frame, @PathVariable long id) {
        var meeting = meetings.meeting(id).orElseThrow(() -> Refusal.notFound("meeting.unknown", id));
        var words = frame.words();
        return Page.of(
                "meeting/meeting",
                frame.titled(meeting.title(words)),
                "meeting",
                meeting,
                "agenda",
                meetings.agenda(meeting, words),
                "attendance",
                meetings.attendance(id),
                "actions",
                actions.of(id),
                "begins",
                LocalDateTime.ofInstant(meeting.begins(), words.zone()).toString());
    }

    @PostMapping("/meetings/{id}")
    @May(Right.HOLD_MEETINGS)
    ModelAndView change(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam String begins,
            @RequestParam(defaultValue = "") String chair,
            @RequestParam(defaultValue = "") String secretary,
            @RequestParam(defaultValue = "") String link,
            RedirectAttributes left) {
        var moment = Wording.moment("begins", begins, frame.words().zone());
        meetings.change(actor, id, moment, new Invitation(chair, secretary, link));
        return back(id, frame, left, "meeting.changed.done");
    }

    @PostMapping("/meetings/{id}/freeze")
    @May(Right.HOLD_MEETINGS)
    ModelAndView freeze(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        meetings.freeze(actor, id);
        return back(id, frame, left, "meeting.frozen.done");
    }

    /** Closes it; where a day is given, the next one is planned with the same people. */
    @PostMapping("/meetings/{id}/close")
    @May(Right.HOLD_MEETINGS)
    ModelAndView close(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String next,
            RedirectAttributes left) {
        var moment = next.isBlank()
                ? null
                : Wording.moment("next", next, frame.words().zone());
        meetings.close(actor, id);
        if (moment == null) {
            return back(id, frame, left, "meeting.closed.done");
        }
        var held = meetings.meeting(id).orElseThrow(() -> Refusal.notFound("meeting.unknown", id));
        var planned = meetings.plan(actor, moment, new Invitation(held.chair(), held.secretary(), held.link()));
        return Done.at("/meetings/" + planned, left, frame.words().say("meeting.planned.done", moment));
    }

    @PostMapping("/meetings/{id}/topics")
    @May(Right.ADD_ACTIONS)
    ModelAndView addTopic(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam int place,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes left) {
        meetings.addTopic(actor, id, place, title, said);
        return back(id, frame, left, "meeting.topic.done");
    }

    @PostMapping("/meetings/{id}/topics/{topic}")
    @May(Right.ADD_ACTIONS)
    ModelAndView say(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @PathVariable long topic,
            @RequestParam String said,
            RedirectAttributes left) {
        meetings.say(actor, topic, said);
        return back(id, frame, left, "meeting.said.done");
    }

    @PostMapping("/meetings/{id}/attendance")
    @May(Right.ADD_ACTIONS)
    ModelAndView attend(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "false") boolean absent,
            RedirectAttributes left) {
        if (absent) {
            meetings.wasAbsent(actor, id, name);
        } else {
            meetings.attend(actor, id, name, site);
        }
        return back(id, frame, left, "meeting.attendance.done");
    }

    @PostMapping("/meetings/{id}/actions")
    @May(Right.ADD_ACTIONS)
    ModelAndView addAction(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam String what,
            @RequestParam String who,
            @RequestParam(defaultValue = "") String due,
            RedirectAttributes left) {
        actions.add(actor, id, what, who, Wording.day("due", due));
        return back(id, frame, left, "meeting.action.done");
    }

    private static ModelAndView back(long id, Frame frame, RedirectAttributes left, String notice) {
        return Done.at("/meetings/" + id, left, frame.words().say(notice));
    }
}
