package vigie.demo;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
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
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;

/** The machines of the demonstration with their buttons, and the forms of its clock. */
@Controller
class DemoPages {
    /** 23 April 2013, 13:00 in Paris: an hour before the meeting. */
    static final Instant MEETING = Instant.parse("2013-04-23T11:00:00Z");

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Stage stage;
    private final Hand hand;
    private final Journal journal;
    private final TemplateEngine templates;

    DemoPages(Stage stage, Hand hand, Journal journal, TemplateEngine templates) {
        this.stage = stage;
        this.hand = hand;
        this.journal = journal;
        this.templates = templates;
    }

    @GetMapping("/demo")
    @May(Right.PLAY_DEMONSTRATION)
    ModelAndView machines(Frame frame) {
        var props = stage.props();
        Content content =
                output -> templates.render("demo/machines.jte", Map.of("frame", frame, "props", props), output);
        return Page.of("page/wrapped", frame.titled(frame.words().say("demo.title")), "content", content);
    }

    @PostMapping("/demo/services/{id}")
    @May(Right.PLAY_DEMONSTRATION)
    ModelAndView set(
            @PathVariable long id, @RequestParam boolean running, Actor actor, Frame frame, RedirectAttributes left) {
        var prop = stage.set(actor, id, running);
        return Done.at(
                "/demo",
                left,
                frame.words()
                        .say(
                                running ? "demo.machine.started" : "demo.machine.stopped",
                                prop.service().name()));
    }

    @PostMapping("/demo/clock")
    @May(Right.PLAY_DEMONSTRATION)
    ModelAndView move(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            Actor actor,
            Frame frame,
            RedirectAttributes left) {
        var before = hand.now();
        hand.advance(Duration.between(before, target(to, before)));
        journal.write(
                actor,
                "demo:clock",
                "demo.deed.moved",
                before.toString(),
                hand.now().toString(),
                "");
        return Done.at(
                back.matches("/[^/\\\\].*|/") ? back : "/", left, frame.words().say("demo.clock.moved", hand.now()));
    }

    private static Instant target(String to, Instant from) {
        return switch (to) {
            case "hour" -> from.plus(Duration.ofHours(1));
            case "workday" -> nextMorning(from);
            case "meeting" -> MEETING;
            default -> throw Refusal.unreadable("to", "demo.advance", to);
        };
    }

    private static Instant nextMorning(Instant from) {
        var zone = WorkingCalendar.FRANCE.zone();
        var day = LocalDate.ofInstant(from, zone).plusDays(1);
        while (!WorkingCalendar.FRANCE.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
