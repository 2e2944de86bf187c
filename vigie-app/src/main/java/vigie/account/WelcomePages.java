package vigie.account;

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
import vigie.words.Refusal;

/** Behind the link on the console: the account of the first administrator. */
@Controller
class WelcomePages {
    private final FirstAdministrator first;

    WelcomePages(FirstAdministrator first) {
        this.first = first;
    }

    @Anyone
    @GetMapping("/welcome/{secret}")
    ModelAndView welcome(Frame frame, @PathVariable String secret) {
        first.mustBe(secret);
        return Page.of("account/welcome", frame.titled(frame.words().say("account.welcome.title")), "secret", secret);
    }

    @Anyone
    @PostMapping("/welcome/{secret}")
    ModelAndView open(
            Frame frame,
            RedirectAttributes left,
            @PathVariable String secret,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam String password,
            @RequestParam String again) {
        first.mustBe(secret);
        if (!password.equals(again)) {
            throw Refusal.unreadable("again", "account.again-differs");
        }
        first.open(secret, login, name, mail, password);
        return Done.at("/sign-in", left, frame.words().say("account.welcome.done"));
    }
}
