package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.time.WorkingCalendar;

/** Every statement on {@code ticket.policy}. A scope is {@code site:12} or {@code ngi:NGI_FRANCE}. */
@Component
class PolicyTable {
    private final JdbcClient sql;
    private final Quality quality;
    private final String country;

    PolicyTable(
            JdbcClient sql,
            @Value("${vigie.ticket.quality:MEDIUM}") Quality quality,
            @Value("${vigie.ticket.country:FR}") String country) {
        this.sql = sql;
        this.quality = quality;
        this.country = country;
        WorkingCalendar.ofCountry(country);
    }

    /** What the first scope says, where it says nothing the second, and where neither does what is usual. */
    Policy of(String scope, String wider) {
        return sql.sql("""
                select coalesce(near.opens_by_itself, far.opens_by_itself, false) as opens,
                       coalesce(near.language, far.language, 'fr') as language,
                       coalesce(near.quality, far.quality, :quality) as quality,
                       coalesce(near.country, far.country, :country) as country
                  from (select 1) as one
                  left join ticket.policy near on near.scope = :scope
                  left join ticket.policy far on far.scope = :wider
                """)
                .param("scope", scope)
                .param("wider", wider)
                .param("quality", quality.name())
                .param("country", country)
                .query((row, index) -> new Policy(
                        row.getBoolean("opens"),
                        row.getString("language"),
                        Quality.valueOf(row.getString("quality")),
                        row.getString("country")))
                .single();
    }

    /** What one scope said itself, under a name. */
    Wish wish(String scope, String name) {
        return sql.sql("select opens_by_itself, language, quality, country from ticket.policy where scope = :scope")
                .param("scope", scope)
                .query((row, index) ->
                        new Wish(name, opens(row), row.getString("language"), quality(row), row.getString("country")))
                .optional()
                .orElse(new Wish(name, null, null, null, null));
    }

    /** The numbers of the sites that said something. */
    List<Long> sitesWithWishes() {
        return sql.sql("""
                select substr(scope, 6)::bigint from ticket.policy
                 where scope like 'site:%' and coalesce(opens_by_itself::text, language, quality, country) is not null
                 order by 1
                """).query(Long.class).list();
    }

    private static @Nullable Boolean opens(ResultSet row) throws SQLException {
        var opens = row.getBoolean("opens_by_itself");
        return row.wasNull() ? null : opens;
    }

    private static @Nullable Quality quality(ResultSet row) throws SQLException {
        var quality = row.getString("quality");
        return quality == null ? null : Quality.valueOf(quality);
    }

    void put(String scope, Wish wish) {
        sql.sql("""
                insert into ticket.policy (scope, opens_by_itself, language, quality, country)
                values (:scope, :opens, :language, :quality, :country)
                on conflict (scope) do update
                   set opens_by_itself = :opens, language = :language, quality = :quality, country = :country
                """)
                .param("scope", scope)
                .param("opens", wish.opensByItself(), Types.BOOLEAN)
                .param("language", wish.language(), Types.VARCHAR)
                .param("quality", wish.quality() == null ? null : wish.quality().name(), Types.VARCHAR)
                .param("country", wish.country(), Types.VARCHAR)
                .update();
    }
}
