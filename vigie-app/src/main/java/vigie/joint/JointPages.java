package vigie.joint;

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
import vigie.problem.Problems;
import vigie.words.Refusal;

/** What is proposed and joined, the common history, and what a person says of it. */
@Controller
class JointPages {
    private static final int SHOWN = 200;
    private static final int LONGEST_PATH = 100;

    private final Joints joints;
    private final JointTable table;
    private final JointLines lines;
    private final JointPolicies policies;
    private final Story story;
    private final Problems problems;

    JointPages(
            Joints joints, JointTable table, JointLines lines, JointPolicies policies, Story story, Problems problems) {
        this.joints = joints;
        this.table = table;
        this.lines = lines;
        this.policies = policies;
        this.story = story;
        this.problems = problems;
    }

    @May(Right.READ)
    @GetMapping("/joints")
    ModelAndView list(Frame frame, Actor actor) {
        var words = frame.words();
        return Page.of(
                "joint/joints",
                frame.titled(words.say("joint.title")),
                "proposed",
                lines.of(table.standing(Standing.PROPOSED, 0, 0, SHOWN), actor, words),
                "joined",
                lines.of(table.standing(Standing.JOINED, 0, 0, SHOWN), actor, words),
                "ngis",
                policies.ngis(),
                "allowing",
                policies.allowing());
    }

    @May(Right.READ)
    @GetMapping("/problems/{id}/story")
    ModelAndView story(Frame frame, Actor actor, @PathVariable long id) {
        var problem = problems.problem(id).orElseThrow(() -> Refusal.notFound("problem.unknown", id));
        return Page.of(
                "joint/story",
                frame.titled(frame.words().say("joint.story.of", Long.toString(id))),
                "problem",
                problem,
                "lines",
                story.of(problem, actor, frame.words()));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/joints/{id}/join")
    ModelAndView join(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "PROPOSED") Standing was,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back) {
        mustBeShort(back);
        joints.join(actor, id, was, reason);
        return done(frame, left, id, back, "joint.deed.joined");
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/joints/{id}/refuse")
    ModelAndView refuse(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back) {
        mustBeShort(back);
        joints.refuse(actor, id, reason);
        return done(frame, left, id, back, "joint.deed.refused");
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/joints/{id}/undo")
    ModelAndView undo(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back) {
        mustBeShort(back);
        joints.undo(actor, id, reason);
        return done(frame, left, id, back, "joint.deed.undone");
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/problems/{id}/joints")
    ModelAndView byHand(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "TICKET") Kind kind,
            @RequestParam long number,
            @RequestParam(defaultValue = "") String reason) {
        joints.joinByHand(actor, id, kind, number, reason);
        return Done.at("/problems/" + id, left, frame.words().say("joint.deed.joined"));
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/joints/policy")
    ModelAndView decide(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @RequestParam String ngi,
            @RequestParam boolean byItself,
            @RequestParam(defaultValue = "") String reason) {
        policies.decide(actor, ngi, byItself, reason);
        return Done.at("/joints", left, frame.words().say("joint.deed.policy"));
    }

    private static void mustBeShort(String back) {
        if (back.length() > LONGEST_PATH) {
            throw Refusal.unreadable("back", "joint.text", back.length(), LONGEST_PATH);
        }
    }

    /** Back to the side from which one came. */
    private ModelAndView done(Frame frame, RedirectAttributes left, long id, String back, String deed) {
        var joint = table.find(id).orElseThrow(() -> Refusal.notFound("joint.unknown", id));
        var path = back.equals(joint.path()) || back.equals("/joints") ? back : "/problems/" + joint.problem();
        return Done.at(path, left, frame.words().say(deed));
    }
}
