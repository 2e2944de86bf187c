package vigie.expertise;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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

/** The search through what was learnt, the directory of those who know, and one's own entry in it. */
@Controller
class ExpertisePages {
    private static final int SHOWN = 20;

    private final Lessons lessons;
    private final LessonTable table;
    private final Experts experts;
    private final Runbooks runbooks;
    private final Products products;

    ExpertisePages(Lessons lessons, LessonTable table, Experts experts, Runbooks runbooks, Products products) {
        this.lessons = lessons;
        this.table = table;
        this.experts = experts;
        this.runbooks = runbooks;
        this.products = products;
    }

    @May(Right.READ)
    @GetMapping("/expertise")
    ModelAndView search(
            Frame frame,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String product) {
        var words = Plain.text("text", text, Sought.LONGEST_TEXT);
        var name = Plain.line("product", product, Learnt.LONGEST_NAME);
        var named = name.isEmpty() ? products.namedIn(words) : List.of(name);
        var sought = new Sought(words, words.isEmpty() ? List.of() : List.of(firstLine(words)), List.of(), named, "");
        var asked = !words.isEmpty() || !name.isEmpty();
        return Page.of(
                "expertise/search",
                frame.titled(frame.words().say("expertise.title")),
                "text",
                words,
                "product",
                name,
                "asked",
                asked,
                "found",
                asked ? lessons.like(sought, SHOWN) : List.of(),
                "latest",
                asked ? List.of() : table.latest(SHOWN),
                "experts",
                experts.found(name),
                "runbooks",
                runbooks.all(),
                "products",
                products.all());
    }

    @May(Right.READ)
    @GetMapping("/expertise/me")
    ModelAndView own(Frame frame, Actor actor) {
        return Page.of(
                "expertise/me",
                frame.titled(frame.words().say("expertise.me")),
                "expert",
                experts.of(actor.person()),
                "kept",
                experts.kept().toDays(),
                "products",
                products.all());
    }

    @May(Right.READ)
    @PostMapping("/expertise/me")
    ModelAndView say(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam(defaultValue = "") String products,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "false") boolean named,
            @RequestParam(defaultValue = "false") boolean asked) {
        experts.say(actor, about, products, named, asked);
        return Done.at("/expertise/me", left, frame.words().say("expertise.done.said"));
    }

    @May(Right.READ)
    @PostMapping("/expertise/me/leave")
    ModelAndView leave(Frame frame, Actor actor, RedirectAttributes left) {
        experts.leave(actor);
        return Done.at("/expertise/me", left, frame.words().say("expertise.done.left"));
    }

    /** Who types the name of a metric means that metric. */
    private static String firstLine(String words) {
        var line = words.lines().findFirst().orElse("");
        return line.length() > Learnt.LONGEST_NAME ? line.substring(0, Learnt.LONGEST_NAME) : line;
    }
}
