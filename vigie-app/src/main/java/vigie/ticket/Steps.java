package vigie.ticket;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long each step of an escalation may take, in working days: 3, 3, 5 and 1 (PROC01), and 1 for a notice (PROC21). */
@Component
class Steps {
    private final List<Integer> days;

    Steps(
            @Value("${vigie.ticket.escalation:3,3,5,1}") List<Integer> steps,
            @Value("${vigie.ticket.suspension-notice:1}") int notice) {
        if (steps.size() != Step.values().length - 1) {
            throw new IllegalArgumentException("vigie.ticket.escalation %s (expected: %d numbers of working days)"
                    .formatted(steps, Step.values().length - 1));
        }
        this.days = java.util.stream.Stream.concat(steps.stream(), java.util.stream.Stream.of(notice))
                .toList();
    }

    /** How long a step may take where these days off hold. */
    Term term(Step step, String country) {
        var rule = step == Step.SUSPENSION_NOTICE ? "site.suspension_notice" : "escalation.std." + step;
        return new Term(days.get(List.of(Step.values()).indexOf(step)), Term.Unit.WORKING_DAYS, country, rule);
    }
}
