package vigie.joint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement on {@code joint.policy}. */
@Component
class JointPolicyTable {
    private final JdbcClient sql;

    JointPolicyTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether what is certain is joined by itself; it is not where the NGI has said nothing. */
    boolean byItself(String ngi) {
        return sql.sql("select by_itself from joint.policy where ngi = :ngi")
                .param("ngi", ngi)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The NGIs in which it is. */
    List<String> allowing() {
        return sql.sql("select ngi from joint.policy where by_itself order by ngi")
                .query(String.class)
                .list();
    }

    void put(String ngi, boolean byItself, String who, Instant now, String reason) {
        sql.sql("""
                insert into joint.policy (ngi, by_itself, who, at, reason) values (:ngi, :by, :who, :now, :reason)
                on conflict (ngi) do update set by_itself = :by, who = :who, at = :now, reason = :reason
                """)
                .param("ngi", ngi)
                .param("by", byItself)
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }
}
