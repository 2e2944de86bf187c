package vigie.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.People;
import vigie.people.Right;
import vigie.words.Refusal;

/** One's own account: the password, the language of letters and the API tokens. */
@Controller
class OwnAccountPages {
    /** Under which the page after the making finds the token's text, this once. */
    private static final String TEXT = "account.token";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Grants grants;
    private final Sessions sessions;
    private final People people;

    OwnAccountPages(Accounts accounts, Tokens tokens, Grants grants, Sessions sessions, People people) {
        this.people = people;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.grants = grants;
    }

    @May(Right.OWN_TOKENS)
    @GetMapping("/account")
    ModelAndView own(Actor actor, Frame frame, HttpServletRequest request) {
        var left = RequestContextUtils.getInputFlashMap(request);
        var text = left == null ? null : left.get(TEXT);
        return Page.of(
                "account/own",
                frame.titled(frame.words().say("account.own")),
                "roles",
                grants.inOrder(actor.grants()).stream()
                        .map(grant -> grants.say(grant, frame.words()))
                        .toList(),
                "rights",
                Arrays.stream(Right.values()).filter(actor::may).toList(),
                "tokens",
                tokens.of(actor.person()),
                "text",
                text == null ? "" : text,
                "hasPassword",
                accounts.hasPassword(actor.person()),
                "language",
                people.language(actor.person()));
    }

    @May(Right.OWN_TOKENS)
    @PostMapping("/account/language")
    ModelAndView language(
            Actor actor, Frame frame, RedirectAttributes left, @RequestParam(defaultValue = "") String language) {
        accounts.write(actor, language);
        return Done.at("/account", left, frame.words().say("account.done.language"));
    }

    @May(Right.OWN_TOKENS)
    @PostMapping("/account/password")
    ModelAndView password(
            Actor actor,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes left,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again) {
        if (!password.equals(again)) {
            throw Refusal.unreadable("again", "account.again-differs");
        }
        accounts.change(actor, current, password);
        sessions.beginAnew(actor, request, response);
        return Done.at("/account", left, frame.words().say("account.done.password"));
    }

    @May(Right.OWN_TOKENS)
    @PostMapping("/account/tokens")
    ModelAndView make(
            Actor actor,
            RedirectAttributes left,
            @RequestParam String label,
            @RequestParam(defaultValue = "") List<String> rights,
            @RequestParam(defaultValue = "90") int days) {
        var asked = rights.stream().map(OwnAccountPages::right).collect(Collectors.toSet());
        left.addFlashAttribute(TEXT, tokens.makeOwn(actor, label, asked, Duration.ofDays(days)));
        return Done.at("/account");
    }

    @May(Right.OWN_TOKENS)
    @PostMapping("/account/tokens/{id}/revoke")
    ModelAndView revoke(Actor actor, Frame frame, RedirectAttributes left, @PathVariable long id) {
        tokens.revoke(actor, actor.person(), id);
        return Done.at("/account", left, frame.words().say("account.done.revoked"));
    }

    private static Right right(String name) {
        return Arrays.stream(Right.values())
                .filter(right -> right.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("rights", "account.token.unknown-right", name));
    }
}
