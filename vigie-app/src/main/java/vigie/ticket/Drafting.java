package vigie.ticket;

import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.problem.Problem;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;
import vigie.words.Words;

/** Drafts the first letter to a site about a problem: who, facts, what is asked and until when (PROC01, first step). */
@Component
class Drafting {
    private static final int ANSWER_DAYS = 3;

    private final Problems problems;
    private final Federation federation;
    private final Clock clock;
    private final String url;

    Drafting(
            Problems problems,
            Federation federation,
            Clock clock,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.problems = problems;
        this.federation = federation;
        this.clock = clock;
        this.url = url;
    }

    /** Subject and text for a problem; empty ones for none. */
    Drafted of(long problem, String language) {
        if (problem == 0) {
            return new Drafted(0, "", "");
        }
        var found = problems.problem(problem).orElseThrow(() -> Refusal.notFound("problem.unknown", problem));
        var words = Words.of(Locale.forLanguageTag(language));
        var site = federation.site(found.site());
        var name = site.map(known -> known.name()).orElse("?");
        var what = what(found, name);
        var ngi = site.map(known -> known.ngi()).orElse("");
        var now = clock.instant();
        return new Drafted(
                found.site().value(),
                words.say("ticket.template.subject", ngi, name, what),
                words.say(
                        "ticket.template.text",
                        ngi,
                        what,
                        name,
                        found.began(),
                        words.day(WorkingCalendar.FRANCE.plusWorkingDays(now, ANSWER_DAYS)),
                        url + "/problems/" + problem));
    }

    /** What has failed, as a letter says it. */
    static String what(Problem problem, String site) {
        var cause = problem.cause();
        return switch (cause.level()) {
            case SITE -> site;
            case HOST -> cause.host();
            case METRIC ->
                cause.host().isEmpty()
                        ? cause.metric()
                        : "%s, %s (%s)".formatted(cause.metric(), cause.host(), cause.serviceType());
        };
    }
}
