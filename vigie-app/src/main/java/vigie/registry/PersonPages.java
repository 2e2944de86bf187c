package vigie.registry;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;

/** The page of persons: how they are spelled, and which of them are one. */
@Controller
@RequestMapping("/persons")
class PersonPages {
    private final Persons persons;

    PersonPages(Persons persons) {
        this.persons = persons;
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping
    ModelAndView all(Frame frame) {
        return Page.of(
                "registry/persons",
                frame.titled(frame.words().say("registry.persons")),
                "persons",
                persons.all(),
                "joins",
                persons.joins());
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/spellings")
    ModelAndView spell(Actor actor, Frame frame, HttpServletRequest request, RedirectAttributes left) {
        persons.spell(actor, Written.on(request.getParameterMap()));
        return done(frame, left, "registry.spelled");
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/spellings/remove")
    ModelAndView unspell(Actor actor, Frame frame, HttpServletRequest request, RedirectAttributes left) {
        persons.unspell(actor, Written.on(request.getParameterMap()));
        return done(frame, left, "registry.unspelled");
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/joins")
    ModelAndView join(Actor actor, Frame frame, HttpServletRequest request, RedirectAttributes left) {
        persons.join(actor, Written.on(request.getParameterMap()));
        return done(frame, left, "registry.joined");
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/joins/{id}/undo")
    ModelAndView undo(
            Actor actor, Frame frame, HttpServletRequest request, @PathVariable long id, RedirectAttributes left) {
        persons.undo(actor, id, Written.on(request.getParameterMap()));
        return done(frame, left, "registry.parted");
    }

    private static ModelAndView done(Frame frame, RedirectAttributes left, String notice) {
        return Done.at("/persons", left, frame.words().say(notice));
    }
}
