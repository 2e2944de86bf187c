package vigie.account;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.words.Words;

/** What is said where nothing else was: a request that cannot even be read, or a fault of Vigie itself. */
@Controller
class FaultPages implements ErrorController {
    @Anyone
    @RequestMapping("/error")
    Object fault(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var isAway = isAway(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        if (isAway) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        var key = isAway ? "page.away" : status.is5xxServerError() ? "account.fault.ours" : "account.fault.yours";
        var number = Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
        var asked = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        if (asked.startsWith("/api/")) {
            var problem = ProblemDetail.forStatusAndDetail(status, Words.ENGLISH.say(key, number));
            problem.setProperty("request", number);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var words = frame.words();
        return Page.of(
                        "page/refusal",
                        frame.titled(words.say("page.refused." + (status.is5xxServerError() ? 5 : 4))),
                        "why",
                        words.say(key, number))
                .with(status);
    }

    /** Whether it was the database that did not answer. */
    private static boolean isAway(@Nullable Object fault) {
        for (var cause = fault instanceof Throwable thrown ? thrown : null; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
