package vigie.duty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code duty.lent}, and of what an agreement has lent. */
@Component
class LoanTable {
    private final JdbcClient sql;

    LoanTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** An agreement that lends a role over a site to the team of another. */
    record Loan(long id, long watched, long watcher) {}

    /** When the next one begins or ends. */
    Optional<Instant> next() {
        return sql.sql("""
                select case when begun then ends else begins end as next from duty.delegation
                 where lends order by 1 limit 1
                """).query((row, index) -> TurnTable.moment(row, "next")).optional();
    }

    List<Loan> beginning(Instant now) {
        return loans("lends and not begun and begins <= :now and ends > :now", now);
    }

    List<Loan> ended(Instant now) {
        return loans("lends and ends <= :now", now);
    }

    private List<Loan> loans(String where, Instant now) {
        return sql.sql("select id, watched, watcher from duty.delegation where " + where + " order by id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Loan.class)
                .list();
    }

    void begin(Loan loan) {
        sql.sql("update duty.delegation set begun = true where id = :id")
                .param("id", loan.id())
                .update();
    }

    /** It lends no more; others of the same site look again at whom they lend to. */
    void end(Loan loan) {
        sql.sql("delete from duty.lent where delegation = :id")
                .param("id", loan.id())
                .update();
        sql.sql("update duty.delegation set lends = false, begun = false where id = :id")
                .param("id", loan.id())
                .update();
        sql.sql("update duty.delegation set begun = false where lends and watched = :watched")
                .param("watched", loan.watched())
                .update();
    }

    void lend(Loan loan, long person) {
        sql.sql("insert into duty.lent (delegation, person) values (:id, :person) on conflict do nothing")
                .param("id", loan.id())
                .param("person", person)
                .update();
    }

    List<Long> lentTo(Loan loan) {
        return sql.sql("select person from duty.lent where delegation = :id order by person")
                .param("id", loan.id())
                .query(Long.class)
                .list();
    }
}
