package vigie.check;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.journal.Journal;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.words.Refusal;

/** The button that runs a check now. */
@Controller
class RunPages {
    private final Federation federation;
    private final Plan plan;
    private final Checks checks;
    private final Journal journal;

    RunPages(Federation federation, Plan plan, Checks checks, Journal journal) {
        this.federation = federation;
        this.plan = plan;
        this.checks = checks;
        this.journal = journal;
    }

    @PostMapping("/services/{id}/checks")
    @May(Right.RUN_CHECK)
    ModelAndView run(
            @PathVariable long id, @RequestParam String metric, Actor actor, Frame frame, RedirectAttributes left)
            throws InterruptedException {
        var service = federation
                .service(new ServiceId(id))
                .orElseThrow(() -> Refusal.notFound("check.no-service", Long.toString(id)));
        actor.mustBeAllowed(Right.RUN_CHECK, service.site().value());
        var check = plan.of(service).keySet().stream()
                .filter(one -> one.profile().metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("check.no-check", metric, service.name()));
        var outcome = checks.run(check);
        var said = outcome.status().name() + ": " + outcome.summary();
        journal.write(actor, "service:" + id, "check.run", metric, said, "");
        return Done.at("/services/" + id, left, frame.words().say("check.has-run", metric, said));
    }
}
