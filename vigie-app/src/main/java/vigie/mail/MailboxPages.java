package vigie.mail;

import java.util.LinkedHashMap;
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
import vigie.words.Refusal;

/** The letters that left, those that wait and those that came in: in a demonstration the only place where they are. */
@Controller
class MailboxPages {
    private static final int ON_A_PAGE = 50;

    private final LetterTable letters;
    private final IncomingTable incoming;
    private final Notifications post;

    MailboxPages(LetterTable letters, IncomingTable incoming, Notifications post) {
        this.letters = letters;
        this.incoming = incoming;
        this.post = post;
    }

    @May(Right.READ_MAILBOX)
    @GetMapping("/mailbox")
    ModelAndView list(
            Frame frame,
            @RequestParam(defaultValue = "outgoing") String view,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page) {
        var tray = post.tray();
        var seen = view(view);
        var words = text.strip();
        var from = (Math.clamp(page, 1, 100_000) - 1) * ON_A_PAGE;
        var counts = new LinkedHashMap<View, Long>();
        for (var each : View.values()) {
            counts.put(each, each == View.INCOMING ? incoming.count(words) : letters.count(each, words));
        }
        var titled = frame.titled(frame.words().say("mail.title"));
        return seen == View.INCOMING
                ? Page.of(
                        "mail/incoming",
                        titled,
                        "letters",
                        incoming.page(words, ON_A_PAGE, from),
                        "counts",
                        counts,
                        "text",
                        text,
                        "number",
                        from / ON_A_PAGE + 1)
                : Page.of(
                        "mail/mailbox",
                        titled,
                        "letters",
                        letters.page(seen, words, ON_A_PAGE, from),
                        "view",
                        seen,
                        "counts",
                        counts,
                        "tray",
                        tray,
                        "text",
                        text,
                        "number",
                        from / ON_A_PAGE + 1);
    }

    private static View view(String asked) {
        return switch (asked) {
            case "sent" -> View.SENT;
            case "unsent" -> View.UNSENT;
            case "twice" -> View.TWICE;
            case "incoming" -> View.INCOMING;
            case "outgoing" -> View.OUTGOING;
            default -> throw Refusal.notFound("mail.view.unknown", asked);
        };
    }

    @May(Right.READ_MAILBOX)
    @GetMapping("/mailbox/{id:\\d+}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var letter = letters.letter(id).orElseThrow(() -> Refusal.notFound("mail.unknown", id));
        return Page.of("mail/letter", frame.titled(letter.subject()), "letter", letter);
    }

    @May(Right.READ_MAILBOX)
    @GetMapping("/mailbox/incoming/{id:\\d+}")
    ModelAndView came(Frame frame, @PathVariable long id) {
        var letter = incoming.letter(id).orElseThrow(() -> Refusal.notFound("mail.unknown", id));
        return Page.of("mail/came", frame.titled(letter.subject()), "letter", letter);
    }

    @May(Right.HANDLE_TICKETS)
    @PostMapping("/mailbox/{id}/again")
    ModelAndView again(Frame frame, Actor actor, RedirectAttributes left, @PathVariable long id) {
        post.again(actor, id);
        return Done.at("/mailbox/" + id, left, frame.words().say("mail.done.again"));
    }
}
