package vigie.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which person comes from which issuer under which subject. */
@Component
class FederatedTable {
    private final JdbcClient sql;

    FederatedTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Long> person(String issuer, String subject) {
        return sql.sql("select person from account.federated where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Long.class)
                .optional();
    }

    void add(String issuer, String subject, long person) {
        sql.sql("insert into account.federated (issuer, subject, person) values (:issuer, :subject, :person)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("person", person)
                .update();
    }
}
