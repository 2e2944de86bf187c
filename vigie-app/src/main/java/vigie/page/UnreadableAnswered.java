package vigie.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import vigie.words.Refusal;

/** What is said to a request that cannot be read at all: where it stops making sense, and what was expected there. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableAnswered {
    private final Answers answers;

    UnreadableAnswered(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object misread(MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
        var words = Frames.words(request);
        return answers.say(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                fault.getName(),
                "page.misread",
                fault.getName(),
                Expected.shortened(String.valueOf(fault.getValue())),
                Expected.of(fault.getRequiredType(), words));
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException fault, HttpServletRequest request) {
        return switch (fault.getCause()) {
            case Refusal refusal ->
                answers.answer(
                        request,
                        HttpStatus.CONTENT_TOO_LARGE,
                        refusal.type(),
                        refusal.getMessage(),
                        refusal.in(Frames.words(request)),
                        null);
            case MismatchedInputException other
            when !other.getPath().isEmpty() ->
                answers.say(
                        request,
                        HttpStatus.BAD_REQUEST,
                        path(other),
                        "page.wrong-kind",
                        path(other),
                        line(other),
                        column(other),
                        Expected.of(other.getTargetType(), Frames.words(request)));
            case StreamReadException malformed -> malformed(malformed, malformed.getOriginalMessage(), request);
            case DatabindException other -> malformed(other, null, request);
            case JacksonException other -> malformed(other, null, request);
            case null, default -> answers.say(request, HttpStatus.BAD_REQUEST, null, "page.no-body");
        };
    }

    /** A form, or a part of one, that is longer than what is read. */
    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException fault, HttpServletRequest request) {
        return answers.say(request, HttpStatus.CONTENT_TOO_LARGE, null, "page.form-too-large");
    }

    @ExceptionHandler
    Object noParts(MultipartException fault, HttpServletRequest request) {
        return answers.say(request, HttpStatus.BAD_REQUEST, null, "page.no-parts");
    }

    /** A form that is no text in UTF-8, or that is larger than a form may be. */
    @ExceptionHandler
    Object noForm(InvalidParameterException fault, HttpServletRequest request) {
        var status = HttpStatus.valueOf(fault.getErrorCode());
        var isLarge = status == HttpStatus.CONTENT_TOO_LARGE && !(fault.getCause() instanceof CharacterCodingException);
        return answers.say(request, status, null, isLarge ? "page.form-too-large" : "page.no-form");
    }

    private Object malformed(JacksonException fault, @Nullable String found, HttpServletRequest request) {
        var what = found == null ? Frames.words(request).say("page.expected.object") : found;
        return answers.say(request, HttpStatus.BAD_REQUEST, null, "page.unreadable", line(fault), column(fault), what);
    }

    private static String path(JacksonException fault) {
        return fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static int line(JacksonException fault) {
        return fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getLineNr());
    }

    private static int column(JacksonException fault) {
        return fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getColumnNr());
    }
}
