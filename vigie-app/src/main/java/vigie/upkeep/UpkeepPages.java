package vigie.upkeep;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;

/** The page that answers: is Vigie well? */
@Controller
class UpkeepPages {
    private final Health health;

    UpkeepPages(Health health) {
        this.health = health;
    }

    @GetMapping("/upkeep")
    @May(Right.READ_UPKEEP)
    ModelAndView upkeep(Frame frame) {
        return Page.of(
                "upkeep/upkeep",
                frame.titled(frame.words().say("upkeep.title")),
                "signs",
                health.signs(),
                "deadlines",
                health.deadlines());
    }
}
