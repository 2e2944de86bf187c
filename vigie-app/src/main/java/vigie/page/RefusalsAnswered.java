package vigie.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;
import vigie.words.Refusal;

/**
 * The one edge at which a no becomes an answer: RFC 9457 for the API, and for a page either the form again with its
 * words kept and a message at the field, or a page that says why.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalsAnswered {
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "again", "current");
    private final Frames frames;

    RefusalsAnswered(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        var status = switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case UNREADABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var said = refusal.in(Frames.words(request));
        return answer(request, status, refusal.type(), refusal.getMessage(), said, refusal.field());
    }

    @ExceptionHandler
    Object standsInTheWay(DataIntegrityViolationException fault, HttpServletRequest request) {
        var key = "page.in-the-way";
        return answer(
                request,
                HttpStatus.CONFLICT,
                URI.create("/problems/page-in-the-way"),
                vigie.words.Words.ENGLISH.say(key),
                Frames.words(request).say(key),
                null);
    }

    /** What Spring itself refuses: a wrong method, a missing parameter, a number that is none, a path of nothing. */
    @ExceptionHandler({
        org.springframework.web.servlet.resource.NoResourceFoundException.class,
        org.springframework.web.HttpRequestMethodNotSupportedException.class,
        org.springframework.web.HttpMediaTypeNotSupportedException.class,
        org.springframework.web.HttpMediaTypeNotAcceptableException.class,
        org.springframework.web.bind.MissingServletRequestParameterException.class
    })
    Object misaddressed(Exception fault, HttpServletRequest request) {
        var status = fault instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
        var key = status == HttpStatus.NOT_FOUND ? "page.nothing-here" : "page.misaddressed";
        return answer(
                request,
                status,
                URI.create("/problems/" + key.replace('.', '-')),
                vigie.words.Words.ENGLISH.say(key, request.getRequestURI(), fault.getMessage()),
                Frames.words(request).say(key, request.getRequestURI(), fault.getMessage()),
                null);
    }

    @ExceptionHandler
    Object misread(
            org.springframework.web.method.annotation.MethodArgumentTypeMismatchException fault,
            HttpServletRequest request) {
        var wanted =
                fault.getRequiredType() == null ? "" : fault.getRequiredType().getSimpleName();
        return answer(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                URI.create("/problems/page-misread"),
                vigie.words.Words.ENGLISH.say("page.misread", fault.getName(), fault.getValue(), wanted),
                Frames.words(request).say("page.misread", fault.getName(), fault.getValue(), wanted),
                fault.getName());
    }

    @ExceptionHandler
    Object unreadable(
            org.springframework.http.converter.HttpMessageNotReadableException fault, HttpServletRequest request) {
        var cause = fault.getMostSpecificCause().getMessage();
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                URI.create("/problems/page-unreadable"),
                vigie.words.Words.ENGLISH.say("page.unreadable", cause),
                Frames.words(request).say("page.unreadable", cause),
                null);
    }

    private Object answer(
            HttpServletRequest request,
            HttpStatus status,
            URI type,
            String english,
            String said,
            @Nullable String field) {
        if (request.getRequestURI().startsWith("/api/")) {
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
        var back = whereTheFormWas(request);
        if (back != null && status != HttpStatus.FORBIDDEN) {
            var left = new FlashMap();
            left.put(Frames.TROUBLE, said);
            left.put(Frames.TYPED, typed(request));
            if (field != null) {
                left.put(Frames.FAULT, field);
            }
            left.setTargetRequestPath(URI.create(back).getPath());
            left.startExpirationPeriod(180);
            var manager = RequestContextUtils.getFlashMapManager(request);
            if (manager != null) {
                RequestContextUtils.getOutputFlashMap(request).putAll(left);
                RequestContextUtils.getOutputFlashMap(request)
                        .setTargetRequestPath(URI.create(back).getPath());
            }
            return Done.at(back);
        }
        var frame = frames.of(request);
        return Page.of(
                        "page/refusal",
                        frame.titled(frame.words().say("page.refused." + status.value() / 100)),
                        "why",
                        said)
                .with(status);
    }

    /** The page of this house from which the form was sent; null where the request is no form of a page. */
    private static @Nullable String whereTheFormWas(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (!request.getMethod().equals("POST") || referer == null) {
            return null;
        }
        var from = URI.create(referer);
        var here = URI.create(request.getRequestURL().toString());
        if (from.getAuthority() == null || !from.getAuthority().equals(here.getAuthority())) {
            return null;
        }
        return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        var typed = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER_KEPT.contains(name)) {
                typed.put(name, values[0]);
            }
        });
        return typed;
    }
}
