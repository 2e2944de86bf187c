package vigie.desk;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;

/** The desk: the first page, and the part of it that refreshes itself where scripts run. */
@Controller
class DeskPages {
    private final Desks desks;
    private final Clock clock;

    DeskPages(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    @GetMapping("/")
    @May(Right.READ)
    ModelAndView desk(Frame frame, Actor actor) {
        return Page.of(
                "desk/desk",
                frame.titled(frame.words().say("page.menu.desk")),
                "desk",
                desks.of(actor, clock.instant()));
    }

    @GetMapping("/desk/now")
    @May(Right.READ)
    ModelAndView partNow(
            Frame frame, Actor actor, @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        return part == null ? Done.at("/") : Page.of("desk/now", frame, "desk", desks.of(actor, clock.instant()));
    }
}
