package vigie.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import vigie.people.Actor;
import vigie.words.Words;

/** Makes the frame of a page from the request. */
@Component
public class Frames {
    /** The request attribute under which the one who asks is kept. */
    public static final String ACTOR = "vigie.actor";

    static final String NOTICE = "vigie.notice";
    static final String TROUBLE = "vigie.trouble";
    static final String FAULT = "vigie.fault";
    static final String TYPED = "vigie.typed";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Clock clock;
    private final ObjectProvider<Banner> banner;

    Frames(Clock clock, ObjectProvider<Banner> banner) {
        this.clock = clock;
        this.banner = banner;
    }

    /** The frame of the page that answers this request, still without a title. */
    @SuppressWarnings("unchecked")
    public Frame of(HttpServletRequest request) {
        var left = RequestContextUtils.getInputFlashMap(request);
        Map<String, ?> flash = left == null ? Map.of() : left;
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                "Vigie",
                (Actor) request.getAttribute(ACTOR),
                words(request),
                request.getRequestURI(),
                cookie(request, "theme", THEMES, "auto"),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                clock.instant(),
                (String) flash.get(NOTICE),
                (String) flash.get(TROUBLE),
                (String) flash.get(FAULT),
                (Map<String, String>) Objects.requireNonNullElse(flash.get(TYPED), Map.of()),
                banner.getIfAvailable());
    }

    /** The language of the one who asks: what they chose, or else what their browser prefers, French before all. */
    public static Words words(HttpServletRequest request) {
        var chosen = cookie(request, "language", Set.of("fr", "en"), "");
        if (!chosen.isEmpty()) {
            return Words.of(Locale.forLanguageTag(chosen));
        }
        if (request.getHeader("Accept-Language") == null) {
            return Words.FRENCH;
        }
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var language = locales.nextElement().getLanguage();
            if (language.equals("fr") || language.equals("en")) {
                return Words.of(Locale.forLanguageTag(language));
            }
        }
        return Words.FRENCH;
    }

    private static String cookie(HttpServletRequest request, String name, Set<String> allowed, String otherwise) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && allowed.contains(cookie.getValue()) ? cookie.getValue() : otherwise;
    }
}
