package vigie.help;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.expertise.Expert;
import vigie.expertise.Experts;
import vigie.expertise.Products;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;

/** The form of a call: the evidence as Vigie has drawn it, to be corrected, and one button that sends it. */
@Controller
class AskPages {
    private final Matters matters;
    private final Evidence evidence;
    private final Asking asking;
    private final Experts experts;
    private final Products products;

    AskPages(Matters matters, Evidence evidence, Asking asking, Experts experts, Products products) {
        this.matters = matters;
        this.evidence = evidence;
        this.asking = asking;
        this.experts = experts;
        this.products = products;
    }

    @May(Right.REPLY_TICKETS)
    @GetMapping("/calls/ask")
    ModelAndView form(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "0") long service,
            @RequestParam(defaultValue = "0") long of) {
        if (problem == 0 && service == 0 && of == 0) {
            return Done.at("/calls");
        }
        var matter = matters.of(actor, problem, service, of);
        var pack = evidence.of(matter, frame.words());
        return Page.of(
                "help/ask",
                frame.titled(frame.words().say("help.ask")),
                "matter",
                matter.path(),
                "site",
                matter.site().name(),
                "problem",
                problem,
                "service",
                service,
                "of",
                of,
                "subject",
                pack.subject(),
                "text",
                pack.text(),
                "hasList",
                asking.hasList(),
                "experts",
                ordered(pack),
                "key",
                UUID.randomUUID().toString());
    }

    /** Those who know the software that the evidence names stand first. */
    private List<Expert> ordered(Pack pack) {
        var knowing = experts.toAsk(products.namedIn(pack.subject() + "\n" + pack.text()));
        var all = new java.util.LinkedHashMap<Long, Expert>();
        knowing.forEach(expert -> all.put(expert.person(), expert));
        experts.toAsk().forEach(expert -> all.putIfAbsent(expert.person(), expert));
        return List.copyOf(all.values());
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/calls/ask")
    ModelAndView send(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @RequestParam(defaultValue = "0") long problem,
            @RequestParam(defaultValue = "0") long service,
            @RequestParam(defaultValue = "0") long of,
            @RequestParam Way way,
            @RequestParam(defaultValue = "0") long expert,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String tried,
            @RequestParam String key) {
        var matter = matters.of(actor, problem, service, of);
        var call = asking.send(actor, matter, new Request(way, expert, subject, text, tried, key));
        return Done.at("/calls/" + call, left, frame.words().say("help.done.asked"));
    }
}
