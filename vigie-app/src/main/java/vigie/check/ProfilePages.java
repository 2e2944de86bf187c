package vigie.check;

import java.time.Duration;
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

/** Which checks run: the list, and the form of each. */
@Controller
class ProfilePages {
    private static final Profile BLANK = new Profile(
            0,
            "",
            "",
            "tcp $HOST$ $PORT$",
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            3,
            Duration.ofSeconds(10),
            true,
            Duration.ZERO);

    private final ProfileTable table;
    private final Profiles profiles;
    private final Plan plan;

    ProfilePages(ProfileTable table, Profiles profiles, Plan plan) {
        this.table = table;
        this.profiles = profiles;
        this.plan = plan;
    }

    @GetMapping("/checks")
    @May(Right.READ)
    ModelAndView list(Frame frame) {
        return Page.of("check/profiles", frame.titled(frame.words().say("check.profiles")), "profiles", table.all());
    }

    @GetMapping("/checks/new")
    @May(Right.MANAGE_CHECKS)
    ModelAndView blank(Frame frame) {
        return Page.of("check/profile", frame.titled(frame.words().say("check.new")), "profile", BLANK);
    }

    @GetMapping("/checks/{id}")
    @May(Right.MANAGE_CHECKS)
    ModelAndView form(@PathVariable long id, Frame frame) {
        var profile = profiles.known(id);
        return Page.of(
                "check/profile",
                frame.titled(frame.words().say("check.profile", profile.type(), profile.metric())),
                "profile",
                profile);
    }

    @PostMapping("/checks/{id}")
    @May(Right.MANAGE_CHECKS)
    ModelAndView save(
            @PathVariable long id,
            @RequestParam String type,
            @RequestParam String metric,
            @RequestParam String command,
            @RequestParam int every,
            @RequestParam int again,
            @RequestParam int attempts,
            @RequestParam int patience,
            @RequestParam(defaultValue = "false") boolean running,
            @RequestParam(defaultValue = "0") int lasts,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Frame frame,
            RedirectAttributes left) {
        profiles.save(
                actor,
                new Profile(
                        id,
                        type.strip(),
                        metric.strip(),
                        command.strip(),
                        Duration.ofSeconds(every),
                        Duration.ofSeconds(again),
                        attempts,
                        Duration.ofSeconds(patience),
                        running,
                        Duration.ofSeconds(lasts)),
                reason);
        plan.forgetProfiles();
        return Done.at("/checks", left, frame.words().say("check.saved", type, metric));
    }

    @PostMapping("/checks/{id}/remove")
    @May(Right.MANAGE_CHECKS)
    ModelAndView remove(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Frame frame,
            RedirectAttributes left) {
        var profile = profiles.known(id);
        profiles.remove(actor, id, reason);
        plan.forgetProfiles();
        return Done.at("/checks", left, frame.words().say("check.taken-away", profile.type(), profile.metric()));
    }
}
