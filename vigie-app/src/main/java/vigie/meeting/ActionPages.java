package vigie.meeting;

import java.time.Clock;
import java.time.Duration;
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

/** The pages of the actions: those under way, those done lately, and each by itself. */
@Controller
class ActionPages {
    private static final Duration LATELY = Duration.ofDays(90);

    private final Actions actions;
    private final Clock clock;

    ActionPages(Actions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    @GetMapping("/actions")
    @May(Right.READ)
    ModelAndView all(Frame frame) {
        return Page.of(
                "meeting/actions",
                frame.titled(frame.words().say("meeting.item.actions")),
                "underWay",
                actions.underWay(),
                "done",
                actions.doneSince(clock.instant().minus(LATELY)));
    }

    @GetMapping("/actions/{id}")
    @May(Right.READ)
    ModelAndView one(Frame frame, Actor actor, @PathVariable long id) {
        var action = actions.action(id).orElseThrow(() -> Refusal.notFound("meeting.action-unknown", id));
        return Page.of(
                "meeting/action",
                frame.titled(frame.words().say("meeting.action.title", action.who())),
                "action",
                action,
                "mayFinish",
                action.done() == null && actions.mayFinish(actor, action));
    }

    @PostMapping("/actions/{id}/done")
    @May(Right.ADD_ACTIONS)
    ModelAndView done(
            Frame frame, Actor actor, @PathVariable long id, @RequestParam String outcome, RedirectAttributes left) {
        actions.done(actor, id, outcome);
        return Done.at("/actions/" + id, left, frame.words().say("meeting.action.finished"));
    }
}
