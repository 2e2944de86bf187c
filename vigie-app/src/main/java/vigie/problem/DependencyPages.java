package vigie.problem;

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
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;

/** Which service needs which other one: the list, and a form for one site at a time. */
@Controller
class DependencyPages {
    private static final String PATH = "/problems/dependencies";

    private final Dependencies dependencies;
    private final Federation federation;

    DependencyPages(Dependencies dependencies, Federation federation) {
        this.dependencies = dependencies;
        this.federation = federation;
    }

    @May(Right.READ)
    @GetMapping(PATH)
    ModelAndView all(Frame frame, Actor actor, @RequestParam(defaultValue = "") String site) {
        var mine = federation.sites().stream()
                .filter(one -> actor.may(Right.HANDLE_PROBLEMS, one.id().value()))
                .toList();
        var services = mine.stream()
                .filter(one -> one.name().equals(site))
                .findFirst()
                .map(one -> federation.services(one.id()))
                .orElse(List.of());
        return Page.of(
                "problem/dependencies",
                frame.titled(frame.words().say("problem.dependencies")),
                "lines",
                dependencies.all().stream().map(this::line).toList(),
                "sites",
                mine,
                "site",
                site,
                "services",
                services);
    }

    private DependencyLine line(Dependencies.Dependency one) {
        var service = federation.service(new ServiceId(one.service()));
        return new DependencyLine(
                service.map(Service::siteName).orElse("?"),
                one.service(),
                service.map(Service::name).orElse("?"),
                one.needs(),
                federation
                        .service(new ServiceId(one.needs()))
                        .map(Service::name)
                        .orElse("?"),
                one.who(),
                one.reason());
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH)
    ModelAndView declare(
            Frame frame,
            Actor actor,
            @RequestParam long service,
            @RequestParam long needs,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes left) {
        dependencies.declare(actor, new ServiceId(service), new ServiceId(needs), reason);
        return Done.at(PATH, left, frame.words().say("problem.deed.depends"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/forget")
    ModelAndView forget(
            Frame frame, Actor actor, @RequestParam long service, @RequestParam long needs, RedirectAttributes left) {
        dependencies.forget(actor, new ServiceId(service), new ServiceId(needs));
        return Done.at(PATH, left, frame.words().say("problem.deed.depends-not"));
    }
}
