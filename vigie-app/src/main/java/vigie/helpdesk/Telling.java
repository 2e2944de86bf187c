package vigie.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.ticket.Priority;
import vigie.ticket.State;

/**
 * What the fields of a row say of a ticket. The names are those of GGUS (as exported, and as in its web services) and of
 * Zammad; the first that is filled counts.
 */
final class Telling {
    private static final List<String> ID =
            List.of("request_id", "ticket_id", "ggus_id", "ticket_number", "number", "ticket", "id");
    private static final List<String> SITE =
            List.of("affected_site", "notified_site", "notify_site", "site", "wlcg_sites", "site_name");
    private static final List<String> SUBJECT = List.of("subject", "short_description", "title");
    private static final List<String> TEXT = List.of("description", "text", "body", "detailed_description");
    private static final List<String> STATE = List.of("status", "state");
    private static final List<String> PRIORITY = List.of("priority");
    private static final List<String> SERVICE =
            List.of("service", "problem_type", "type_of_problem", "type_of_issue", "issue_type", "area");
    private static final List<String> VO = List.of("affected_vo", "concerned_vo", "vo", "vo_support");
    private static final List<String> OPENED = List.of(
            "create_date", "creation_date", "date_of_creation", "created_at", "created", "opened", "submitted", "date");
    private static final List<String> ENDED = List.of(
            "solution_date",
            "date_of_solution",
            "solved_at",
            "close_at",
            "closed_at",
            "closed",
            "solved",
            "ended",
            "close_date");
    private static final List<String> SOLUTION = List.of("solution", "detailed_solution");
    private static final int LONGEST_TEXT = 4000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Line line;
    private final Instant now;

    private Telling(Line line, Instant now) {
        this.line = line;
        this.now = now;
    }

    /** The ticket of a row, or why there is none. */
    static Past of(Line line, Instant now) {
        return new Telling(line, now).past();
    }

    /** Its number there, as far as it can be read. */
    static String id(Line line) {
        return new Telling(line, Instant.EPOCH).value(ID);
    }

    /** Whether these are the columns of a table of tickets. */
    static boolean isTable(List<String> columns) {
        return List.of(ID, SUBJECT, OPENED).stream()
                .allMatch(names -> names.stream().anyMatch(columns::contains));
    }

    private Past past() {
        var id = wanted("id", ID, 100);
        var subject = wanted("subject", SUBJECT, 1000);
        var opened = moment("opened", OPENED);
        if (opened == null) {
            throw new LineRefused("opened", "", "helpdesk.expected.moment");
        }
        var ended = moment("ended", ENDED);
        if (ended != null && ended.isBefore(opened)) {
            throw new LineRefused("ended", ended.toString(), "helpdesk.expected.after-opening", opened.toString());
        }
        return new Past(
                id,
                shorter("site", SITE, 100),
                Veiled.text(subject.replaceAll("\\s+", " "), 250),
                Veiled.text(value(TEXT), LONGEST_TEXT),
                state(ended),
                priority(),
                shorter("service", SERVICE, 100),
                shorter("vo", VO, 100),
                opened,
                ended,
                Veiled.text(value(SOLUTION), LONGEST_TEXT));
    }

    private State state(@Nullable Instant ended) {
        var written = value(STATE);
        if (written.isBlank()) {
            return ended == null ? State.NEW : State.CLOSED;
        }
        return StateNames.state(written)
                .orElseThrow(() -> new LineRefused("state", written, "helpdesk.expected.one-of", StateNames.states()));
    }

    private @Nullable Priority priority() {
        var written = value(PRIORITY);
        return written.isBlank()
                ? null
                : StateNames.priority(written)
                        .orElseThrow(() -> new LineRefused(
                                "priority", written, "helpdesk.expected.one-of", StateNames.priorities()));
    }

    private @Nullable Instant moment(String field, List<String> names) {
        var written = value(names);
        if (written.isBlank()) {
            return null;
        }
        return Optional.of(written)
                .flatMap(Moments::read)
                .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(now.plus(Duration.ofDays(1))))
                .orElseThrow(() -> new LineRefused(field, written, "helpdesk.expected.moment"));
    }

    private String wanted(String field, List<String> names, int longest) {
        var value = shorter(field, names, longest);
        if (value.isEmpty()) {
            throw new LineRefused(field, "", "helpdesk.expected.something", String.join(", ", names));
        }
        return value;
    }

    private String shorter(String field, List<String> names, int longest) {
        var value = value(names).strip();
        if (value.length() > longest) {
            throw new LineRefused(field, value, "helpdesk.expected.shorter", Integer.toString(longest));
        }
        return value;
    }

    private String value(List<String> names) {
        for (var name : names) {
            var value = line.values().getOrDefault(name, "");
            if (!value.isBlank()) {
                if (value.indexOf('\0') >= 0) {
                    throw new LineRefused(name, value, "helpdesk.expected.no-nul");
                }
                return value;
            }
        }
        return "";
    }
}
