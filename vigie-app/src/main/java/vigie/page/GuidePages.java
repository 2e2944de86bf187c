package vigie.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vigie.people.May;
import vigie.people.Right;

/** The two pages about the pages: how each part looks, and which keys go where. */
@Controller
class GuidePages {

    @GetMapping("/styleguide")
    @May(Right.READ)
    ModelAndView styles(Frame frame) {
        return Page.of("page/styleguide", frame.titled(frame.words().say("page.styleguide")));
    }

    @GetMapping("/shortcuts")
    @May(Right.READ)
    ModelAndView shortcuts(Frame frame) {
        return Page.of("page/shortcuts", frame.titled(frame.words().say("page.shortcuts")));
    }
}
