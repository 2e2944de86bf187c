package vigie.expertise;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.journal.Journal;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** One lesson: written, read, changed, withdrawn. */
@Controller
class LessonPages {
    private final Lessons lessons;
    private final Experts experts;
    private final Origin origin;
    private final Products products;
    private final Journal journal;

    LessonPages(Lessons lessons, Experts experts, Origin origin, Products products, Journal journal) {
        this.lessons = lessons;
        this.experts = experts;
        this.origin = origin;
        this.products = products;
        this.journal = journal;
    }

    @May(Right.REPLY_TICKETS)
    @GetMapping("/expertise/lessons/new")
    ModelAndView fresh(
            Frame frame,
            @RequestParam(defaultValue = "0") long ticket,
            @RequestParam(defaultValue = "0") long problem) {
        return Page.of(
                "expertise/new",
                frame.titled(frame.words().say("expertise.new")),
                "form",
                form(ticket, problem),
                "products",
                products.all());
    }

    private LessonForm form(long ticket, long problem) {
        if (ticket != 0) {
            var found = origin.ticket(ticket);
            return LessonForm.of(origin.of(found), ticket, found.problem(), found.subject(), found.solution());
        }
        if (problem != 0) {
            var sought = origin.of(origin.problem(problem));
            return LessonForm.of(sought, 0, problem, String.join(", ", sought.metrics()), "");
        }
        return new LessonForm(
                0, 0, "", "", "", "", "", "", "", "", UUID.randomUUID().toString());
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/lessons")
    ModelAndView write(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam(defaultValue = "0") long ticket,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String metric,
            @RequestParam(defaultValue = "") String serviceType,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String version,
            @RequestParam String title,
            @RequestParam String cause,
            @RequestParam String solution,
            @RequestParam String key) {
        var learnt = new Learnt(
                origin.number("ticket", ticket),
                origin.number("problem", problem),
                site,
                metric,
                serviceType,
                product,
                version,
                title,
                cause,
                solution,
                key);
        return Done.at(
                "/expertise/lessons/" + lessons.write(actor, learnt),
                left,
                frame.words().say("expertise.done.written"));
    }

    @May(Right.READ)
    @GetMapping("/expertise/lessons/{id:\\d+}")
    ModelAndView one(Frame frame, Actor actor, @PathVariable long id) {
        var lesson = lessons.lesson(id).orElseThrow(() -> Refusal.notFound("expertise.unknown", id));
        return Page.of(
                "expertise/lesson",
                frame.titled(lesson.title()),
                "lesson",
                lesson,
                "site",
                lessons.siteOf(lesson),
                "solver",
                experts.named(lesson.writer()).orElse(""),
                "mayChange",
                lessons.mayChange(actor, lesson),
                "form",
                LessonForm.of(lesson, lessons.siteOf(lesson)),
                "products",
                products.all(),
                "deeds",
                journal.about(Lessons.subject(id)));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/lessons/{id:\\d+}")
    ModelAndView change(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String metric,
            @RequestParam(defaultValue = "") String serviceType,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String version,
            @RequestParam String title,
            @RequestParam String cause,
            @RequestParam String solution,
            @RequestParam(defaultValue = "") String reason) {
        var learnt = new Learnt(0, 0, "", metric, serviceType, product, version, title, cause, solution, "change");
        lessons.change(actor, id, learnt, reason);
        return Done.at("/expertise/lessons/" + id, left, frame.words().say("expertise.done.changed"));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/lessons/{id:\\d+}/withdraw")
    ModelAndView withdraw(
            Frame frame, Actor actor, RedirectAttributes left, @PathVariable long id, @RequestParam String reason) {
        lessons.withdraw(actor, id, reason);
        return Done.at("/expertise/lessons/" + id, left, frame.words().say("expertise.done.withdrawn"));
    }
}
