package vigie.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;
import vigie.words.Words;

/**
 * How a no is put: RFC 9457 for a machine; for a person the form again, with its words kept and a message at the field,
 * or a page that says why.
 */
@Component
class Answers {
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "again", "current");
    private final Frames frames;

    Answers(Frames frames) {
        this.frames = frames;
    }

    /** The answer of a key of the messages, which is also its type. */
    Object say(
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String field,
            String key,
            @Nullable Object... arguments) {
        return answer(
                request,
                status,
                URI.create("/problems/" + key.replace('.', '-')),
                Words.ENGLISH.say(key, arguments),
                Frames.words(request).say(key, arguments),
                field);
    }

    /** The answer in words that are known already. */
    Object answer(
            HttpServletRequest request,
            HttpStatus status,
            URI type,
            String english,
            String said,
            @Nullable String field) {
        if (request.getRequestURI().startsWith("/api/")) {
            return problem(request, status, type, english, field);
        }
        var back = whereTheFormWas(request);
        if (back != null && status != HttpStatus.FORBIDDEN) {
            return again(request, back, said, field);
        }
        var frame = frames.of(request);
        return Page.of("page/refusal", frame.titled(title(frame.words(), status.value())), "why", said)
                .with(status);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, HttpStatus status, URI type, String english, @Nullable String field) {
        var problem = ProblemDetail.forStatusAndDetail(status, english);
        problem.setType(type);
        problem.setInstance(URI.create(request.getRequestURI()));
        if (field != null) {
            problem.setProperty("field", field);
        }
        problem.setProperty("request", MDC.get("request"));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Object again(HttpServletRequest request, URI back, String said, @Nullable String field) {
        var left = new FlashMap();
        left.put(Frames.TROUBLE, said);
        left.put(Frames.TYPED, typed(request));
        if (field != null) {
            left.put(Frames.FAULT, field);
        }
        left.setTargetRequestPath(back.getPath());
        left.startExpirationPeriod(180);
        var manager = RequestContextUtils.getFlashMapManager(request);
        if (manager != null) {
            RequestContextUtils.getOutputFlashMap(request).putAll(left);
            RequestContextUtils.getOutputFlashMap(request).setTargetRequestPath(back.getPath());
        }
        return Done.at(back.getRawPath() + (back.getRawQuery() == null ? "" : "?" + back.getRawQuery()));
    }

    /** The page of this house from which the form was sent; null where the request is no form of a page. */
    private static @Nullable URI whereTheFormWas(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (!request.getMethod().equals("POST") || referer == null) {
            return null;
        }
        try {
            var from = new URI(referer);
            var here = URI.create(request.getRequestURL().toString());
            var isOurs = from.getAuthority() != null
                    && from.getAuthority().equals(here.getAuthority())
                    && from.getRawPath().startsWith("/");
            return isOurs ? from : null;
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        var typed = new TreeMap<String, String>();
        try {
            request.getParameterMap().forEach((name, values) -> {
                if (!NEVER_KEPT.contains(name)) {
                    typed.put(name, String.join("\n", values));
                }
            });
        } catch (InvalidParameterException unreadable) {
            return Map.of();
        }
        return typed;
    }

    /** What a no is called above its reason. */
    static String title(Words words, int status) {
        var own = "page.refused." + status;
        return words.say(words.knows(own) ? own : "page.refused." + status / 100);
    }
}
