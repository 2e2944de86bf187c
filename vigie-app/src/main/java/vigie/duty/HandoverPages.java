package vigie.duty;

import java.util.List;
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
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;

/** Handing over: a draft from what is so now, sent to the next person, who accepts it. */
@Controller
class HandoverPages {
    private static final String PATH = "/duty/handover";
    private static final int LATEST = 20;

    private final Handovers handovers;
    private final HandoverDraft draft;
    private final People people;

    HandoverPages(Handovers handovers, HandoverDraft draft, People people) {
        this.handovers = handovers;
        this.draft = draft;
        this.people = people;
    }

    @May(Right.HANDLE_PROBLEMS)
    @GetMapping(PATH)
    ModelAndView all(Frame frame, Actor actor) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        return Page.of(
                "duty/handover",
                frame.titled(frame.words().say("duty.handover")),
                "draft",
                draft.in(frame.words()),
                "others",
                others(actor),
                "latest",
                handovers.latest(LATEST),
                "me",
                actor.person());
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH)
    ModelAndView give(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes left) {
        handovers.give(actor, to, text);
        return Done.at(PATH, left, frame.words().say("duty.deed.handed-over"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/{id}/accept")
    ModelAndView accept(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        handovers.accept(actor, id);
        return Done.at("/duty", left, frame.words().say("duty.deed.accepted"));
    }

    private List<Person> others(Actor actor) {
        var held = people.grants();
        return people.everyone().stream()
                .filter(person -> person.active() && person.id() != actor.person())
                .filter(person -> held.getOrDefault(person.id(), java.util.Set.of()).stream()
                        .anyMatch(grant -> Right.HANDLE_PROBLEMS.isHeldBy(grant.role())))
                .toList();
    }
}
