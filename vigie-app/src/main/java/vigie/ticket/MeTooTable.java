package vigie.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;

/** Every statement on {@code ticket.me_too}. */
@Component
class MeTooTable {
    private final JdbcClient sql;

    MeTooTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes it; what a site said before is replaced. */
    void put(long ticket, SiteId site, Instant at, String author, String evidence) {
        sql.sql("""
                insert into ticket.me_too (ticket, site, at, author, evidence)
                values (:ticket, :site, :at, :author, :evidence)
                on conflict (ticket, site) do update set at = :at, author = :author, evidence = :evidence
                """)
                .param("ticket", ticket)
                .param("site", site.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("author", author)
                .param("evidence", evidence)
                .update();
    }

    List<MeToo> of(long ticket) {
        return sql.sql("select site, at, author, evidence from ticket.me_too where ticket = :ticket order by at, site")
                .param("ticket", ticket)
                .query((row, index) -> new MeToo(
                        new SiteId(row.getLong("site")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("evidence")))
                .list();
    }
}
