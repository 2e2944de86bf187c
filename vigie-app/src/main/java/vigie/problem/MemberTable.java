package vigie.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code problem.alarm}: which alarm is in which problem, and why. */
@Component
class MemberTable {
    private final JdbcClient sql;

    MemberTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** An alarm in a problem, and the key of the reason why. */
    record Member(long alarm, long problem, String reason, boolean open) {}

    /** Puts an alarm into a problem; false where it is in one already. */
    boolean put(long alarm, long problem, String reason) {
        return sql.sql("""
                        insert into problem.alarm (alarm, problem, reason) values (:alarm, :problem, :reason)
                        on conflict (alarm) do nothing
                        """)
                        .param("alarm", alarm)
                        .param("problem", problem)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<Member> of(long alarm) {
        return sql.sql("select alarm, problem, reason, open from problem.alarm where alarm = :alarm")
                .param("alarm", alarm)
                .query(Member.class)
                .optional();
    }

    /** Those of these alarms that are in a problem. */
    Set<Long> of(List<Long> alarms) {
        return Set.copyOf(sql.sql("select alarm from problem.alarm where alarm in (:alarms)")
                .param("alarms", alarms)
                .query(Long.class)
                .list());
    }

    List<Member> in(long problem) {
        return sql.sql("select alarm, problem, reason, open from problem.alarm where problem = :problem order by alarm")
                .param("problem", problem)
                .query(Member.class)
                .list();
    }

    /** The open alarms of these problems. */
    List<Member> openOf(List<Long> problems) {
        return sql.sql("select alarm, problem, reason, open from problem.alarm where problem in (:ids) and open")
                .param("ids", problems)
                .query(Member.class)
                .list();
    }

    void move(long alarm, long problem, String reason) {
        sql.sql("update problem.alarm set problem = :problem, reason = :reason where alarm = :alarm")
                .param("alarm", alarm)
                .param("problem", problem)
                .param("reason", reason)
                .update();
    }

    void moveAll(long from, long to) {
        sql.sql("update problem.alarm set problem = :to where problem = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** The problems in which these alarms are, in a fixed order. */
    List<Long> problemsOf(List<Long> alarms) {
        return sql.sql("select distinct problem from problem.alarm where alarm in (:alarms) order by problem")
                .param("alarms", alarms)
                .query(Long.class)
                .list();
    }

    void shut(List<Long> alarms) {
        sql.sql("update problem.alarm set open = false where alarm in (:alarms)")
                .param("alarms", alarms)
                .update();
    }

    /** How many alarms a problem holds, and how many of them are open. */
    record Count(long problem, int alarms, int open) {}

    Map<Long, Count> counts(List<Long> problems) {
        return problems.isEmpty()
                ? Map.of()
                : sql.sql("""
                        select problem, count(*) as alarms, count(*) filter (where open) as open
                          from problem.alarm where problem in (:ids) group by problem
                        """).param("ids", problems).query(Count.class).list().stream()
                        .collect(Collectors.toMap(Count::problem, Function.identity()));
    }

    /** How many alarms of a problem are still open. */
    long openIn(long problem) {
        return sql.sql("select count(*) from problem.alarm where problem = :problem and open")
                .param("problem", problem)
                .query(Long.class)
                .single();
    }
}
