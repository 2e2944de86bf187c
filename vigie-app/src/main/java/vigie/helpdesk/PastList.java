package vigie.helpdesk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.time.Month;

/** What is asked of {@code helpdesk.past} as a whole: lists and counts. */
@Component
class PastList {
    private static final String CAUSE = "coalesce(nullif(confirmed, ''), proposed)";
    private static final String WANTED = """
             opened >= :from and opened < :to
             and (:site = '' or site_name = case when :site = '-' then '' else :site end)
             and (:service = '' or service = case when :service = '-' then '' else :service end)
             and (:cause = '' or coalesce(nullif(confirmed, ''), proposed) = :cause)
             and (:campaigns or coalesce(nullif(confirmed, ''), proposed) <> 'CAMPAIGN')
             and (:text = '' or position(lower(:text) in lower(subject || ' ' || solution)) > 0)
            """;
    /** What is counted by, and how it is reckoned. */
    private static final Map<String, String> BY = new LinkedHashMap<>();

    static {
        BY.put("month", "to_char(opened at time zone 'UTC', 'YYYY-MM')");
        BY.put("site", "site_name");
        BY.put("service", "service");
        BY.put("cause", CAUSE);
    }

    private final JdbcClient sql;

    PastList(JdbcClient sql) {
        this.sql = sql;
    }

    /** The counts by month, site, service and cause; months in their order, the others by how many they are. */
    Map<String, List<Counted>> counts(Study study) {
        var all = count(study);
        var counts = new LinkedHashMap<String, List<Counted>>();
        BY.forEach((by, reckoned) -> counts.put(
                by,
                asked(
                                "select " + reckoned + " as value, count(*) as tickets from helpdesk.past where "
                                        + WANTED + " group by 1 order by "
                                        + (by.equals("month") ? "1" : "2 desc, 1"),
                                study)
                        .query((row, index) -> new Counted(
                                row.getString("value"),
                                row.getLong("tickets"),
                                Math.round(100.0 * row.getLong("tickets") / Math.max(1, all))))
                        .list()));
        return counts;
    }

    long count(Study study) {
        return asked("select count(*) from helpdesk.past where " + WANTED, study)
                .query(Long.class)
                .single();
    }

    /** How many of them no person has looked at. */
    long unconfirmed(Study study) {
        return asked("select count(*) from helpdesk.past where confirmed = '' and " + WANTED, study)
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<PastTicket> page(Study study, int limit, int offset) {
        return asked(
                        "select * from helpdesk.past where " + WANTED
                                + " order by opened desc, id desc limit :limit offset :offset",
                        study)
                .param("limit", limit)
                .param("offset", offset)
                .query(PastTable::past)
                .list();
    }

    /** The month of the newest ticket; empty where there is none. */
    Optional<Month> newest() {
        return sql.sql("select opened from helpdesk.past order by opened desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(opened -> Month.of(opened.toInstant()));
    }

    /** The names of sites that tickets of the past bear. */
    List<String> sites() {
        return sql.sql("select distinct site_name from helpdesk.past where site_name <> '' order by 1")
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String query, Study study) {
        return sql.sql(query)
                .param("from", study.from().interval().start().atOffset(ZoneOffset.UTC))
                .param("to", study.to().interval().end().atOffset(ZoneOffset.UTC))
                .param("site", study.site())
                .param("service", study.service())
                .param("cause", study.cause())
                .param("campaigns", study.campaigns())
                .param("text", study.text());
    }
}
