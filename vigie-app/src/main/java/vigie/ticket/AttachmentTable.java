package vigie.ticket;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code ticket.attachment}. */
@Component
class AttachmentTable {
    private final JdbcClient sql;

    AttachmentTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps it; false where this ticket has the same content under the same name already. */
    boolean add(long ticket, Attachment file, byte[] content) {
        return sql.sql("""
                insert into ticket.attachment (ticket, at, author, name, type, size, sha256, content)
                values (:ticket, :at, :author, :name, :type, :size, :sha256, :content) on conflict do nothing
                """)
                        .param("ticket", ticket)
                        .param("at", file.at().atOffset(ZoneOffset.UTC))
                        .param("author", file.author())
                        .param("name", file.name())
                        .param("type", file.type())
                        .param("size", file.size())
                        .param("sha256", file.sha256())
                        .param("content", content)
                        .update()
                == 1;
    }

    /** Those of a ticket, first to last. */
    List<Attachment> of(long ticket) {
        return sql.sql("""
                select id, at, author, name, type, size, sha256 from ticket.attachment
                 where ticket = :ticket order by id
                """)
                .param("ticket", ticket)
                .query((row, index) -> new Attachment(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getString("sha256")))
                .list();
    }

    Optional<byte[]> content(long ticket, long id) {
        return sql.sql("select content from ticket.attachment where ticket = :ticket and id = :id")
                .param("ticket", ticket)
                .param("id", id)
                .query(byte[].class)
                .optional();
    }
}
