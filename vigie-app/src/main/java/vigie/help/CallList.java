package vigie.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;

/** What is asked of {@code help.thread} as a whole: lists, figures, and what falls due. */
@Component
class CallList {
    /** Office hours of a working day, in seconds. */
    private static final long DAY = Duration.ofHours(8).toSeconds();

    private static final String HERE = """
             and (:site = 0 or site = :site)
             and (:text = '' or position(lower(:text) in lower(subject || ' ' || asker_name || ' ' || answerer_name)) > 0)
            """;

    private final JdbcClient sql;

    CallList(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those without an answer first, the newest of them on top. */
    List<Call> page(Filter filter, Instant now, int limit, int offset) {
        return asked(
                        "select * from help.thread where (" + filter.condition() + ")" + HERE
                                + " order by (call and state = 'OPEN') desc, asked desc, id desc limit :limit offset :offset",
                        filter,
                        now)
                .param("limit", limit)
                .param("offset", offset)
                .query(CallTable::call)
                .list();
    }

    /** How many each view holds, under the same site and words. */
    Map<String, Long> counts(Filter filter, Instant now) {
        var columns = Filter.VIEWS.stream()
                .map(view -> "count(*) filter (where " + Filter.condition(view) + ")")
                .collect(Collectors.joining(", "));
        return asked("select " + columns + " from help.thread where true" + HERE, filter, now)
                .query((row, index) -> {
                    var counts = new LinkedHashMap<String, Long>();
                    for (var i = 0; i < Filter.VIEWS.size(); i++) {
                        counts.put(Filter.VIEWS.get(i), row.getLong(i + 1));
                    }
                    return counts;
                })
                .single();
    }

    /** Half of the answered calls were answered within so many office hours; empty where none was. */
    Optional<Duration> median(Filter filter, Instant now) {
        return asked(
                        "select percentile_disc(0.5) within group (order by answer_seconds) from help.thread"
                                + " where call and answered is not null" + HERE,
                        filter,
                        now)
                .query((row, index) ->
                        Optional.ofNullable(row.getObject(1, Long.class)).map(Duration::ofSeconds))
                .single();
    }

    private JdbcClient.StatementSpec asked(String query, Filter filter, Instant now) {
        return sql.sql(query)
                .param("site", filter.site())
                .param("text", filter.text())
                .param("now", utc(now))
                .param("day", DAY);
    }

    /** The late calls, the one that has waited longest first; of those read too late to climb only the newer ones. */
    List<Call> late(Instant now, Instant since, int limit) {
        return sql.sql("""
                select * from help.thread
                 where call and state = 'OPEN' and due <= :now and (not quiet or asked >= :since)
                 order by due, id limit :limit
                """)
                .param("now", utc(now))
                .param("since", utc(since))
                .param("limit", limit)
                .query(CallTable::call)
                .list();
    }

    /** The calls of a site, those without an answer first. */
    List<Call> ofSite(SiteId site, int limit) {
        return sql.sql("""
                select * from help.thread where call and site = :site
                 order by (state = 'OPEN') desc, asked desc limit :limit
                """)
                .param("site", site.value())
                .param("limit", limit)
                .query(CallTable::call)
                .list();
    }

    /** The calls asked since a moment that nobody has closed, the newest first. */
    List<Call> askedSince(Instant moment) {
        return sql.sql("""
                select * from help.thread where call and state <> 'CLOSED' and asked >= :since order by asked desc
                """).param("since", utc(moment)).query(CallTable::call).list();
    }

    Optional<Instant> nextClimb() {
        return moment("""
                select min(due) from help.thread
                 where call and state = 'OPEN' and climbed is null and not quiet
                """);
    }

    List<Long> climbing(Instant now) {
        return sql.sql("""
                select id from help.thread
                 where call and state = 'OPEN' and climbed is null and not quiet and due <= :now order by due, id
                """).param("now", utc(now)).query(Long.class).list();
    }

    /** When the oldest conversation that still tells of persons had its last mail, or the oldest refused mail came. */
    Optional<Instant> oldestKept() {
        return moment("""
                select least((select min(last) from help.thread where forgotten is null),
                             (select min(at) from help.refused))
                """);
    }

    List<Long> keptSince(Instant before) {
        return sql.sql("""
                select id from help.thread where forgotten is null and last <= :before order by last, id limit 1000
                """).param("before", utc(before)).query(Long.class).list();
    }

    private Optional<Instant> moment(String query) {
        return sql.sql(query)
                .query((row, index) -> Optional.ofNullable(first(row)))
                .single();
    }

    private static @Nullable Instant first(ResultSet row) throws SQLException {
        var at = row.getObject(1, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
