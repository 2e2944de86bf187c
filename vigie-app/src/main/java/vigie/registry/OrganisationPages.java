package vigie.registry;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;

/** The page of organisations, and of the sites that they take part in. */
@Controller
class OrganisationPages {
    private final OrganisationTable organisations;

    OrganisationPages(OrganisationTable organisations) {
        this.organisations = organisations;
    }

    @May(Right.READ)
    @GetMapping("/organisations")
    ModelAndView list(Frame frame) {
        return Page.of(
                "registry/organisations",
                frame.titled(frame.words().say("registry.organisations")),
                "organisations",
                organisations.all());
    }
}
