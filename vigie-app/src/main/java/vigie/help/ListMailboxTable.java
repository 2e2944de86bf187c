package vigie.help;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.mail.Mark;

/** Every statement on {@code help.mailbox}: how far the list's mailbox was read. */
@Component
class ListMailboxTable {
    private final JdbcClient sql;

    ListMailboxTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Mark> mark(String name) {
        return sql.sql("select validity, uid from help.mailbox where name = :name")
                .param("name", name)
                .query(Mark.class)
                .optional();
    }

    void mark(String name, Mark mark) {
        sql.sql("""
                insert into help.mailbox (name, validity, uid) values (:name, :validity, :uid)
                on conflict (name) do update set validity = :validity, uid = :uid
                """)
                .param("name", name)
                .param("validity", mark.validity())
                .param("uid", mark.uid())
                .update();
    }
}
