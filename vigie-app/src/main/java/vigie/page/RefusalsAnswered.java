package vigie.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vigie.words.Refusal;

/** The one edge at which a no of the house, or of what it is built on, becomes an answer; see {@link Answers}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalsAnswered {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalsAnswered.class);

    private final Answers answers;

    RefusalsAnswered(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        var status = switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case UNREADABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
        var said = refusal.in(Frames.words(request));
        return answers.answer(request, status, refusal.type(), refusal.getMessage(), said, refusal.field());
    }

    @ExceptionHandler
    Object standsInTheWay(DataIntegrityViolationException fault, HttpServletRequest request) {
        return answers.say(request, HttpStatus.CONFLICT, null, "page.in-the-way");
    }

    /** The database was killed, or does not answer: whether a change arrived is not known, and is not claimed. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
    Object away(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("The database does not answer to {}: {}", request.getRequestURI(), fault.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return answers.say(request, HttpStatus.SERVICE_UNAVAILABLE, null, "page.away");
    }

    /** What Spring itself refuses: a wrong method, a missing parameter, a path of nothing. */
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class
    })
    Object misaddressed(Exception fault, HttpServletRequest request) {
        var status = fault instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
        var key = status == HttpStatus.NOT_FOUND ? "page.nothing-here" : "page.misaddressed";
        return answers.say(request, status, null, key, request.getRequestURI(), fault.getMessage());
    }
}
