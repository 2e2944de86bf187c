package vigie.ticket;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a list of tickets asks of {@code ticket.ticket}. Only what is asked for stands in it: one condition that allowed
 * for everything would find no index.
 *
 * @param sql what follows {@code where}
 */
record Condition(String sql, Map<String, Object> values) {
    /** The words of the partial index of open tickets. */
    static final String OPEN =
            "state in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_REPLY', 'ON_HOLD', 'REOPENED')";

    /** Each word that was typed begins a word of the subject; where nothing typed is a word, nothing is found. */
    private static final String BEGINNINGS =
            "to_tsvector('simple', " + wordsOf("subject") + ") @@ to_tsquery('simple', " + "replace(nullif(trim("
                    + wordsOf(":words") + "), ''), ' ', ':* & ') || ':*')";

    /** A text as its words, a run of letters and digits each, between single spaces; the index is made of the same. */
    private static String wordsOf(String text) {
        return "regexp_replace(lower(%s), '[^[:alnum:]]+', ' ', 'g')".formatted(text);
    }

    /** @param site the number of the wanted site, 0 for all, -1 for one that is not there */
    static Condition of(Wanted wanted, long site, TicketTable.Quiet quiet) {
        var all = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        switch (wanted.state()) {
            case "ALL" -> all.add("true");
            case "OPEN" -> all.add(OPEN);
            case "STALE" -> {
                all.add(OPEN);
                all.add("last_human <= :quiet and (reminder is null or reminder <= :now)");
                values.put("quiet", quiet.since().atOffset(ZoneOffset.UTC));
                values.put("now", quiet.now().atOffset(ZoneOffset.UTC));
            }
            default -> {
                all.add("state = :state");
                values.put("state", wanted.state());
            }
        }
        if (site != 0) {
            all.add("site = :site");
            values.put("site", site);
        }
        if (!wanted.priority().isEmpty()) {
            all.add("priority = :priority");
            values.put("priority", wanted.priority());
        }
        if (!wanted.batch().isEmpty()) {
            all.add("batch = :batch and batch <> ''");
            values.put("batch", wanted.batch());
        }
        if (!wanted.words().isEmpty()) {
            all.add(BEGINNINGS);
            values.put("words", wanted.words());
        }
        return new Condition(String.join(" and ", all), values);
    }

    StatementSpec given(StatementSpec statement) {
        var spec = statement;
        for (var value : values.entrySet()) {
            spec = spec.param(value.getKey(), value.getValue());
        }
        return spec;
    }
}
