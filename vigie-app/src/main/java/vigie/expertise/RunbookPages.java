package vigie.expertise;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** The runbook of a metric: read, written, reviewed, judged. */
@Controller
class RunbookPages {
    private static final int SHOWN = 10;

    private final Runbooks runbooks;
    private final Lessons lessons;
    private final Experts experts;
    private final Products products;

    RunbookPages(Runbooks runbooks, Lessons lessons, Experts experts, Products products) {
        this.runbooks = runbooks;
        this.lessons = lessons;
        this.experts = experts;
        this.products = products;
    }

    @May(Right.READ)
    @GetMapping("/expertise/runbook")
    ModelAndView one(Frame frame, Actor actor, @RequestParam(defaultValue = "") String metric) {
        if (metric.isBlank()) {
            return Done.at("/expertise");
        }
        var name = Runbooks.name(metric);
        var about = products.namedIn(name);
        return Page.of(
                "expertise/runbook",
                frame.titled(frame.words().say("expertise.runbook-of", name)),
                "metric",
                name,
                "runbook",
                runbooks.of(name),
                "vote",
                runbooks.voteOf(name, actor),
                "similar",
                lessons.like(Sought.words("").failing(name, about), SHOWN).stream()
                        .filter(found -> found.metric() || found.product())
                        .toList(),
                "experts",
                experts.on(about));
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/runbook")
    ModelAndView write(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam String metric,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String reason) {
        runbooks.write(actor, metric, text, reason);
        return done(frame, left, metric, "expertise.done.runbook");
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/runbook/reviewed")
    ModelAndView reviewed(Frame frame, Actor actor, RedirectAttributes left, @RequestParam String metric) {
        runbooks.reviewed(actor, metric);
        return done(frame, left, metric, "expertise.done.reviewed");
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/expertise/runbook/vote")
    ModelAndView vote(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam String metric,
            @RequestParam boolean useful) {
        runbooks.vote(actor, metric, useful);
        return done(frame, left, metric, "expertise.done.voted");
    }

    private static ModelAndView done(Frame frame, RedirectAttributes left, String metric, String notice) {
        return Done.at(
                "/expertise/runbook?metric=" + URLEncoder.encode(Runbooks.name(metric), StandardCharsets.UTF_8),
                left,
                frame.words().say(notice));
    }
}
