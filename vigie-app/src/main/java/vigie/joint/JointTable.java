package vigie.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.match.Match;
import vigie.registry.SiteId;

/** Every statement on {@code joint.joint}. */
@Component
class JointTable {
    private final JdbcClient sql;

    JointTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Proposes it; one that was over is proposed anew. Answers its number; empty where it stands otherwise already, as what
     * was refused does.
     */
    Optional<Long> propose(Writing writing, SiteId site, Match match, Instant now) {
        return sql.sql("""
                insert into joint.joint (kind, number, problem, site, state, reason, word, both_say, after_seconds, proposed)
                values (:kind, :number, :problem, :site, 'PROPOSED', :reason, :word, :both, :after, :now)
                on conflict (kind, number, problem) do update
                   set state = 'PROPOSED', reason = :reason, word = :word, both_say = :both, after_seconds = :after,
                       follows = false, proposed = :now, decided = null, who = '', why = ''
                 where joint.joint.state = 'OVER'
                returning id
                """)
                .param("kind", writing.kind().name())
                .param("number", writing.number())
                .param("problem", match.problem())
                .param("site", site.value())
                .param("reason", match.reason())
                .param("word", match.word())
                .param("both", String.join(" ", match.both()))
                .param("after", match.after().toSeconds())
                .param("now", utc(now))
                .query(Long.class)
                .optional();
    }

    Optional<Joint> find(long id) {
        return sql.sql("select * from joint.joint where id = :id")
                .param("id", id)
                .query(JointTable::joint)
                .optional();
    }

    /** The same, held until the transaction ends: two who decide come one after the other. */
    Optional<Joint> hold(long id) {
        return sql.sql("select * from joint.joint where id = :id for update")
                .param("id", id)
                .query(JointTable::joint)
                .optional();
    }

    Optional<Joint> between(Kind kind, long number, long problem) {
        return sql.sql("select * from joint.joint where kind = :kind and number = :number and problem = :problem")
                .param("kind", kind.name())
                .param("number", number)
                .param("problem", problem)
                .query(JointTable::joint)
                .optional();
    }

    void become(long id, Standing standing, boolean follows, Instant now, String who, String why) {
        sql.sql("""
                update joint.joint set state = :state, follows = :follows, decided = :now, who = :who, why = :why
                 where id = :id
                """)
                .param("id", id)
                .param("state", standing.name())
                .param("follows", follows)
                .param("now", utc(now))
                .param("who", who)
                .param("why", why)
                .update();
    }

    /** All of one ticket, or of one call. */
    List<Joint> of(Kind kind, long number) {
        return sql.sql("select * from joint.joint where kind = :kind and number = :number order by id")
                .param("kind", kind.name())
                .param("number", number)
                .query(JointTable::joint)
                .list();
    }

    List<Joint> ofProblem(long problem) {
        return sql.sql("select * from joint.joint where problem = :problem order by id")
                .param("problem", problem)
                .query(JointTable::joint)
                .list();
    }

    /** Those that stand so, the newest first; {@code site} and {@code problem} are 0 for any. */
    List<Joint> standing(Standing standing, long site, long problem, int most) {
        return sql.sql("""
                select * from joint.joint
                 where state = :state and (:site = 0 or site = :site) and (:problem = 0 or problem = :problem)
                 order by proposed desc, id desc limit :most
                """)
                .param("state", standing.name())
                .param("site", site)
                .param("problem", problem)
                .param("most", most)
                .query(JointTable::joint)
                .list();
    }

    /** Those of these problems to which something is proposed. */
    Set<Long> proposedTo(Collection<Long> problems) {
        return problems.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql(
                                "select distinct problem from joint.joint where state = 'PROPOSED' and problem in (:ids)")
                        .param("ids", problems)
                        .query(Long.class)
                        .list());
    }

    /** What was proposed of it is no longer. */
    void lapse(Kind kind, long number) {
        sql.sql("update joint.joint set state = 'OVER' where kind = :kind and number = :number and state = 'PROPOSED'")
                .param("kind", kind.name())
                .param("number", number)
                .update();
    }

    /** What was proposed to a problem is no longer. */
    void lapse(long problem) {
        sql.sql("update joint.joint set state = 'OVER' where problem = :problem and state = 'PROPOSED'")
                .param("problem", problem)
                .update();
    }

    private static Joint joint(ResultSet row, int index) throws SQLException {
        var decided = row.getObject("decided", OffsetDateTime.class);
        return new Joint(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("number"),
                row.getLong("problem"),
                new SiteId(row.getLong("site")),
                Standing.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("word"),
                Arrays.stream(row.getString("both_say").split(" "))
                        .filter(symptom -> !symptom.isEmpty())
                        .toList(),
                Duration.ofSeconds(row.getLong("after_seconds")),
                row.getBoolean("follows"),
                row.getObject("proposed", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("who"),
                row.getString("why"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
