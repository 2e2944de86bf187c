package vigie.mail;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The letters that left and those that wait: in a demonstration the only place where they arrive. */
@Controller
class MailboxPages {
    private static final int ON_A_PAGE = 50;

    private final LetterTable letters;
    private final Notifications post;

    MailboxPages(LetterTable letters, Notifications post) {
        this.letters = letters;
        this.post = post;
    }

    @May(Right.READ_MAILBOX)
    @GetMapping("/mailbox")
    ModelAndView list(
            Frame frame, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "1") int page) {
        var at = Math.clamp(page, 1, 100_000);
        return Page.of(
                "mail/mailbox",
                frame.titled(frame.words().say("mail.title")),
                "letters",
                letters.page(false, text.strip(), ON_A_PAGE, (at - 1) * ON_A_PAGE),
                "count",
                letters.count(false, text.strip()),
                "tray",
                post.tray(),
                "text",
                text,
                "number",
                at);
    }

    @May(Right.READ_MAILBOX)
    @GetMapping("/mailbox/{id:\\d+}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var letter = letters.letter(id).orElseThrow(() -> Refusal.notFound("mail.unknown", id));
        return Page.of("mail/letter", frame.titled(letter.subject()), "letter", letter);
    }
}
