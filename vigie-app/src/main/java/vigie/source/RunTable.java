package vigie.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Difference;
import vigie.registry.Difference.Change;
import vigie.registry.Difference.Field;
import vigie.registry.Misfit;
import vigie.registry.Origins.Place;
import vigie.source.Run.Findings;
import vigie.source.Run.Outcome;

/** Every statement on readings and what they found. */
@Component
class RunTable {
    private static final String RUN = """
            select id, source, who, by_itself, dry, began, ended, outcome, trouble_fr, trouble_en, repeats, file_name,
                   complete
              from source.run
            """;
    private final JdbcClient sql;

    RunTable(JdbcClient sql) {
        this.sql = sql;
    }

    long begin(long source, String who, boolean byItself, boolean dry, Instant now) {
        return sql.sql("""
                insert into source.run (source, who, by_itself, dry, began, outcome)
                values (:source, :who, :itself, :dry, :now, 'RUNNING') returning id
                """)
                .param("source", source)
                .param("who", who)
                .param("itself", byItself)
                .param("dry", dry)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void keepFile(long run, String name, byte[] content, boolean complete) {
        sql.sql("update source.run set file_name = :name, file = :content, complete = :complete where id = :id")
                .param("id", run)
                .param("name", name)
                .param("content", content)
                .param("complete", complete)
                .update();
    }

    Optional<byte[]> file(long run) {
        return sql.sql("select file from source.run where id = :id and file is not null")
                .param("id", run)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    void end(long run, Outcome outcome, Instant now, String french, String english) {
        sql.sql("""
                update source.run set outcome = :outcome, ended = :now, trouble_fr = :french, trouble_en = :english
                 where id = :id
                """)
                .param("id", run)
                .param("outcome", outcome.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("french", french)
                .param("english", english)
                .update();
    }

    void keep(long run, Findings findings) {
        var place = 0;
        for (var change : findings.changes()) {
            sql.sql("""
                    insert into source.run_change (run, place, kind, what, name, fields)
                    values (:run, :place, :kind, :what, :name, :fields)
                    """)
                    .param("run", run)
                    .param("place", place++)
                    .param("kind", change.kind().name())
                    .param("what", change.what().name())
                    .param("name", change.name())
                    .param(
                            "fields",
                            change.fields().stream().map(Field::toString).collect(Collectors.joining("\n")))
                    .update();
        }
        place = 0;
        for (var misfit : findings.misfits()) {
            sql.sql("""
                    insert into source.run_misfit (run, place, file, line, about, field, value, expected, arguments)
                    values (:run, :place, :file, :line, :about, :field, :value, :expected, :arguments)
                    """)
                    .param("run", run)
                    .param("place", place++)
                    .param("file", misfit.place().file())
                    .param("line", misfit.place().line())
                    .param("about", misfit.row())
                    .param("field", misfit.field())
                    .param("value", misfit.value())
                    .param("expected", misfit.expected())
                    .param("arguments", misfit.arguments().toArray(String[]::new))
                    .update();
        }
    }

    Optional<Run> find(long source, long run) {
        return sql.sql(RUN + " where id = :id and source = :source")
                .param("id", run)
                .param("source", source)
                .query(RunTable::run)
                .optional();
    }

    List<Run> latest(long source, int limit) {
        return sql.sql(RUN + " where source = :source order by id desc limit :limit")
                .param("source", source)
                .param("limit", limit)
                .query(RunTable::run)
                .list();
    }

    /** The last reading that was meant in earnest; empty where there was none. */
    Optional<Run> last(long source) {
        return sql.sql(RUN + " where source = :source and not dry and outcome <> 'RUNNING' order by id desc limit 1")
                .param("source", source)
                .query(RunTable::run)
                .optional();
    }

    Findings findings(long run) {
        var changes = sql.sql("select * from source.run_change where run = :run order by place")
                .param("run", run)
                .query((row, index) -> new Change(
                        Difference.Kind.valueOf(row.getString("kind")),
                        Difference.What.valueOf(row.getString("what")),
                        row.getString("name"),
                        row.getString("fields")
                                .lines()
                                .map(line -> new Field(line, "", ""))
                                .toList()))
                .list();
        var misfits = sql.sql("select * from source.run_misfit where run = :run order by place")
                .param("run", run)
                .query((row, index) -> new Misfit(
                        new Place(row.getString("file"), row.getInt("line")),
                        row.getString("about"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("expected"),
                        Arrays.asList((String[]) row.getArray("arguments").getArray())))
                .list();
        return new Findings(changes, misfits);
    }

    /** How many entries of each sort a reading found. */
    record Sums(long added, long changed, long removed, int refused) {}

    Sums sums(long run) {
        return sql.sql("""
                select count(*) filter (where what = 'ADDED') as added, count(*) filter (where what = 'CHANGED') as changed,
                       count(*) filter (where what = 'REMOVED') as removed,
                       (select count(*)::integer from source.run_misfit m where m.run = :run) as refused
                  from source.run_change where run = :run
                """).param("run", run).query(Sums.class).single();
    }

    /** A reading by the clock that ended just as the one before it is only counted there. */
    boolean joinedToTheOneBefore(Run run, Instant now) {
        var before = sql.sql(RUN + " where source = :source and id < :id order by id desc limit 1")
                .param("source", run.source())
                .param("id", run.id())
                .query(RunTable::run)
                .optional();
        if (before.isEmpty() || !saysTheSame(before.get(), run)) {
            return false;
        }
        sql.sql("update source.run set repeats = repeats + 1, ended = :now where id = :id")
                .param("id", before.get().id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("delete from source.run where id = :id").param("id", run.id()).update();
        return true;
    }

    void endThoseCutShort(Instant now) {
        sql.sql("update source.run set outcome = 'INTERRUPTED', ended = :now where outcome = 'RUNNING'")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of one source, of which nothing is under way: what is still said to run was cut short with the database. */
    void endThoseCutShort(long source, Instant now) {
        sql.sql("""
                update source.run set outcome = 'INTERRUPTED', ended = :now
                 where source = :source and outcome = 'RUNNING'
                """)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean saysTheSame(Run before, Run run) {
        return before.byItself()
                && run.byItself()
                && before.outcome() == run.outcome()
                && run.outcome() != Outcome.TAKEN
                && before.troubleEnglish().equals(run.troubleEnglish())
                && findings(before.id()).equals(findings(run.id()));
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        var ended = row.getObject("ended", OffsetDateTime.class);
        return new Run(
                row.getLong("id"),
                row.getLong("source"),
                row.getString("who"),
                row.getBoolean("by_itself"),
                row.getBoolean("dry"),
                row.getObject("began", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("trouble_fr"),
                row.getString("trouble_en"),
                row.getLong("repeats"),
                row.getString("file_name"),
                row.getBoolean("complete"));
    }
}
