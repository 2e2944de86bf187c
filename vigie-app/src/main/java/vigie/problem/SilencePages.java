package vigie.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
import vigie.words.Refusal;

/** The silences: those that run, those that ended, and a form for another. */
@Controller
class SilencePages {
    private static final String PATH = "/problems/silences";
    private static final int ENDED = 20;
    private static final int LONGEST_HOURS = 720;

    private final Silences silences;
    private final Federation federation;
    private final Clock clock;

    SilencePages(Silences silences, Federation federation, Clock clock) {
        this.silences = silences;
        this.federation = federation;
        this.clock = clock;
    }

    @May(Right.READ)
    @GetMapping(PATH)
    ModelAndView all(Frame frame, Actor actor) {
        return Page.of(
                "problem/silences",
                frame.titled(frame.words().say("problem.silences")),
                "running",
                rows(silences.running()),
                "ended",
                rows(silences.ended(ENDED)),
                "sites",
                federation.sites().stream()
                        .filter(site ->
                                actor.may(Right.HANDLE_PROBLEMS, site.id().value()))
                        .toList());
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH)
    ModelAndView begin(
            Frame frame,
            Actor actor,
            @RequestParam String site,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String metric,
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes left) {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw Refusal.unreadable("hours", "problem.hours", hours, LONGEST_HOURS);
        }
        var known = federation
                .siteNamed(site)
                .orElseThrow(() -> Refusal.unreadable("site", "problem.silence.no-site", site));
        var service = host.isBlank()
                ? new ServiceId(0)
                : federation.services(known.id()).stream()
                        .filter(one -> one.host().equalsIgnoreCase(host.strip())
                                || one.name().equalsIgnoreCase(host.strip()))
                        .map(Service::id)
                        .findFirst()
                        .orElseThrow(() -> Refusal.unreadable("host", "problem.silence.no-service", host));
        silences.begin(actor, known.id(), service, metric, clock.instant().plus(Duration.ofHours(hours)), reason);
        return Done.at(PATH, left, frame.words().say("problem.deed.silenced"));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping(PATH + "/{id}/end")
    ModelAndView end(Frame frame, Actor actor, @PathVariable long id, RedirectAttributes left) {
        silences.end(actor, id);
        return Done.at(PATH, left, frame.words().say("problem.deed.heard"));
    }

    private List<SilenceLine> rows(List<Silence> all) {
        return all.stream()
                .map(one -> new SilenceLine(
                        one,
                        federation.site(one.site()).map(site -> site.name()).orElse("?"),
                        one.service().value() == 0
                                ? ""
                                : federation
                                        .service(one.service())
                                        .map(Service::name)
                                        .orElse("?"),
                        silences.covered(one)))
                .toList();
    }
}
