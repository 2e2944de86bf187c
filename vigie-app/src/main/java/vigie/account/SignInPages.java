package vigie.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;

/** The sign-in page, and the choice of language and light. */
@Controller
class SignInPages {
    private static final int A_YEAR = 365 * 24 * 3600;
    private final Issuer issuer;

    SignInPages(Issuer issuer) {
        this.issuer = issuer;
    }

    @Anyone
    @GetMapping("/sign-in")
    ModelAndView signIn(
            Frame frame,
            @RequestParam @Nullable String again,
            @RequestParam @Nullable String left,
            @RequestParam @Nullable String refused) {
        var words = frame.words();
        return Page.of(
                "account/sign-in",
                frame.titled(words.say("account.sign-in")),
                "again",
                again != null,
                "left",
                left != null,
                "refused",
                refused != null,
                "issuer",
                issuer.isThere() ? issuer.name() : "");
    }

    /** Where a sign-in with too many wrong passwords before it is led, by whatever method it came. */
    @Anyone
    @RequestMapping("/sign-in/wait")
    ModelAndView mustWait(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        var left = request.getAttribute(MustWait.LEFT) instanceof Duration known ? known : Tries.SPAN;
        response.setHeader("Retry-After", Long.toString(left.toSeconds()));
        return Page.of(
                        "account/wait",
                        frame.titled(frame.words().say("account.wait.title")),
                        "said",
                        frame.words().say("account.wait", left))
                .with(HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Where a form without the token of its page is led. */
    @Anyone
    @RequestMapping("/sign-in/stale")
    ModelAndView stale(Frame frame) {
        return Page.of(
                        "account/wait",
                        frame.titled(frame.words().say("account.stale.title")),
                        "said",
                        frame.words().say("account.stale"))
                .with(HttpStatus.FORBIDDEN);
    }

    @Anyone
    @PostMapping("/language")
    ModelAndView language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep("language", language.equals("en") ? "en" : "fr", request, response);
        return Done.at(local(back));
    }

    @Anyone
    @PostMapping("/theme")
    ModelAndView theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep("theme", theme.equals("dark") || theme.equals("light") ? theme : "auto", request, response);
        return Done.at(local(back));
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** A path of this house and of no other. */
    private static String local(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
    }
}
