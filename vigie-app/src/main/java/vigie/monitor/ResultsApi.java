package vigie.monitor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.Role;
import vigie.words.Refusal;

/** Results of checks that others ran, as JSON or as one JSON record on each line. */
@RestController
@RequestMapping("/api/v1/results")
class ResultsApi {
    private static final String LINES = "application/x-ndjson";
    private static final int LONGEST_KEY = 255;

    private final Results results;
    private final ReportTable reports;
    private final Places places;
    private final Keeping keeping;
    private final ObjectProvider<Paces> paces;
    private final Clock clock;

    ResultsApi(
            Results results,
            ReportTable reports,
            Places places,
            Keeping keeping,
            ObjectProvider<Paces> paces,
            Clock clock) {
        this.results = results;
        this.reports = reports;
        this.places = places;
        this.keeping = keeping;
        this.paces = paces;
        this.clock = clock;
    }

    /** Takes a batch; what it answers is on disk. */
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, LINES})
    @May(Right.SEND_RESULTS)
    ResponseEntity<Report> take(
            HttpServletRequest request,
            Actor actor,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0)) {
            throw Refusal.unreadable("Idempotency-Key", "monitor.key-length", key.length(), LONGEST_KEY);
        }
        var reader = new ResultReader(places.now(), keeping, declared(), clock.instant());
        var body = new Body(request.getInputStream(), key != null);
        if (type.getSubtype().equals("x-ndjson")) {
            reader.lines(body);
        } else {
            reader.array(body);
        }
        var report = results.take(
                new Batch(actor.person(), key, body.digest(), reader.results, reader.refused, reader.rows));
        return ResponseEntity.ok()
                .location(URI.create("/api/v1/results/reports/" + report.report()))
                .body(report);
    }

    /** What all who declare a pace say; who comes first in their order has the last word. */
    private Map<Pace.Of, Pace> declared() {
        var all = new HashMap<Pace.Of, Pace>();
        paces.orderedStream().toList().reversed().forEach(one -> all.putAll(one.declared()));
        return all;
    }

    /** What was answered to a batch, to the one who sent it. */
    @GetMapping("/reports/{report}")
    @May(Right.SEND_RESULTS)
    Report report(@PathVariable long report, Actor actor) {
        return reports.find(report, actor.is(Role.ADMINISTRATOR) ? 0 : actor.person())
                .orElseThrow(() -> Refusal.notFound("monitor.no-report", Long.toString(report)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(BodyIsMalformed body, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(body.getMessage()));
        problem.setType(URI.create("/problems/monitor-malformed"));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("line", body.line);
        problem.setProperty("column", body.column);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
