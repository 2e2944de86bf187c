package vigie.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code ticket.policy}. A scope is {@code site:12} or {@code ngi:NGI_FRANCE}. */
@Component
class PolicyTable {
    private final JdbcClient sql;

    PolicyTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the first scope says, where it says nothing the second, and where neither does what is usual. */
    Policy of(String scope, String wider) {
        return sql.sql("""
                select coalesce(near.opens_by_itself, far.opens_by_itself, false) as opens,
                       coalesce(near.language, far.language, 'fr') as language
                  from (select 1) as one
                  left join ticket.policy near on near.scope = :scope
                  left join ticket.policy far on far.scope = :wider
                """)
                .param("scope", scope)
                .param("wider", wider)
                .query((row, index) -> new Policy(row.getBoolean("opens"), row.getString("language")))
                .single();
    }

    /** What one scope said itself, under a name. */
    Wish wish(String scope, String name) {
        return sql.sql("select opens_by_itself, language from ticket.policy where scope = :scope")
                .param("scope", scope)
                .query((row, index) -> new Wish(name, opens(row), row.getString("language")))
                .optional()
                .orElse(new Wish(name, null, null));
    }

    /** The numbers of the sites that said something. */
    List<Long> sitesWithWishes() {
        return sql.sql("""
                select substr(scope, 6)::bigint from ticket.policy
                 where scope like 'site:%' and (opens_by_itself is not null or language is not null) order by 1
                """).query(Long.class).list();
    }

    private static @Nullable Boolean opens(ResultSet row) throws SQLException {
        var opens = row.getBoolean("opens_by_itself");
        return row.wasNull() ? null : opens;
    }

    void put(String scope, @Nullable Boolean opensByItself, @Nullable String language) {
        sql.sql("""
                insert into ticket.policy (scope, opens_by_itself, language) values (:scope, :opens, :language)
                on conflict (scope) do update set opens_by_itself = :opens, language = :language
                """)
                .param("scope", scope)
                .param("opens", opensByItself, java.sql.Types.BOOLEAN)
                .param("language", language, java.sql.Types.VARCHAR)
                .update();
    }
}
