package vigie.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.words.Refusal;

/** The form that opens a ticket to many sites at once. */
@Controller
class ManyPages {
    private final Many many;
    private final Federation federation;

    ManyPages(Many many, Federation federation) {
        this.many = many;
        this.federation = federation;
    }

    @May(Right.HANDLE_TICKETS)
    @GetMapping("/tickets/many")
    ModelAndView form(Frame frame, Actor actor) {
        var sites = federation.sites().stream()
                .filter(site -> site.status() != CertificationStatus.CLOSED)
                .filter(site -> actor.may(Right.HANDLE_TICKETS, site.id().value()))
                .toList();
        return Page.of(
                "ticket/many",
                frame.titled(frame.words().say("ticket.many")),
                "sites",
                sites,
                "key",
                UUID.randomUUID().toString());
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/tickets/many")
    ModelAndView open(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam(required = false) @Nullable List<Long> sites,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam Priority priority,
            @RequestParam(defaultValue = "fr") String language,
            @RequestParam String key) {
        if (!List.of("fr", "en").contains(language)) {
            throw Refusal.unreadable("language", "ticket.language-unknown", language);
        }
        var wanted = sites == null ? List.<Long>of() : sites;
        many.open(actor, wanted, subject, text, priority, language, key);
        return Done.at(
                new Wanted("ALL", "", "", "", key).address(1),
                left,
                frame.words().count("ticket.done.many", wanted.size()));
    }
}
