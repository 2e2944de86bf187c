package vigie.expertise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds solved cases that are like one at hand. A word that two cases share counts the more the fewer lessons say it; the
 * same check, software and kind of service count beside it. The work is bounded however many lessons there are: candidates
 * are those that share the rarest words, or the check.
 */
@Component
class LessonSearch {
    private static final int MOST_TOKENS = 40;
    private static final long ENOUGH_CANDIDATES = 3000;
    private static final double SAME_METRIC = 0.40;
    private static final double SAME_PRODUCT = 0.20;
    private static final double SAME_VERSION = 0.10;
    private static final double SAME_TYPE = 0.10;

    private final JdbcClient sql;

    LessonSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** A word of the case at hand, and in how many lessons it stands. */
    record Token(String said, String query, long lessons, long all) {
        /** What is said everywhere tells nothing. */
        double weight() {
            return Math.log(1 + (double) all / lessons);
        }
    }

    /** The likest first; without the names of who solved them. */
    List<Similar> of(Sought sought, int limit) {
        if (sought.isEmpty()) {
            return List.of();
        }
        var tokens = tokens(String.join(
                " ", Folded.tokens(String.join("\n", sought.text(), String.join("\n", sought.metrics())))));
        var all = tokens.stream().mapToDouble(Token::weight).sum();
        return sql.sql("""
                with candidate as (
                    (select id from expertise.lesson
                      where withdrawn is null and words @@ cast(:rarest as tsquery) limit :enough)
                    union
                    (select id from expertise.lesson
                      where withdrawn is null and metric <> '' and metric = any(string_to_array(:metrics, E'\\n'))
                      order by id desc limit 300)
                    union
                    (select id from expertise.lesson
                      where withdrawn is null and product_key <> ''
                        and product_key = any(string_to_array(:products, E'\\n'))
                      order by id desc limit 300)),
                judged as (
                    select l.*, coalesce(shared.weight, 0) / greatest(:all, 0.000001) as told,
                           coalesce(shared.said, '') as said,
                           metric <> '' and metric = any(string_to_array(:metrics, E'\\n')) as same_metric,
                           service_type <> '' and service_type = any(string_to_array(:types, E'\\n')) as same_type,
                           product_key <> '' and product_key = any(string_to_array(:products, E'\\n')) as same_product,
                           version <> '' and version = :version as same_version
                      from candidate join expertise.lesson l using (id)
                      left join lateral (
                           select sum(weight) as weight, string_agg(said, ' ' order by weight desc, said) as said
                             from unnest(string_to_array(:said, ' '), string_to_array(:queries, ' '),
                                         cast(string_to_array(:weights, ' ') as float8[])) as t (said, query, weight)
                            where l.words @@ cast(t.query as tsquery)) as shared on true)
                select *, told + case when same_metric then :sameMetric else 0 end
                               + case when same_product then :sameProduct else 0 end
                               + case when same_product and same_version then :sameVersion else 0 end
                               + case when same_type then :sameType else 0 end as score
                  from judged
                 order by score desc, id desc limit :limit
                """)
                .param("rarest", rarest(tokens))
                .param("enough", ENOUGH_CANDIDATES)
                .param("metrics", String.join("\n", sought.metrics()))
                .param("types", String.join("\n", sought.serviceTypes()))
                .param("products", sought.products().stream().map(Folded::key).collect(Collectors.joining("\n")))
                .param("version", sought.version())
                .param("all", all)
                .param("said", joined(tokens, Token::said))
                .param("queries", joined(tokens, Token::query))
                .param("weights", joined(tokens, token -> Double.toString(token.weight())))
                .param("sameMetric", SAME_METRIC)
                .param("sameProduct", SAME_PRODUCT)
                .param("sameVersion", SAME_VERSION)
                .param("sameType", SAME_TYPE)
                .param("limit", limit)
                .query(LessonSearch::similar)
                .list();
    }

    /** Words that stand in some lesson, the rarest first; a stem is of plain letters and digits and needs no escape. */
    private List<Token> tokens(String folded) {
        return sql.sql("""
                select token, query, lessons, (select lessons from expertise.stem where stem = '') as everything
                  from (select token, place, max(s.lessons) as lessons,
                               string_agg(distinct '''' || s.stem || '''', '|') as query
                          from unnest(string_to_array(:tokens, ' ')) with ordinality as t (token, place)
                          join expertise.stem s on s.stem = any(tsvector_to_array(expertise.stems(token)))
                         where s.lessons > 0 and s.stem <> '' group by token, place) as known
                 order by lessons, place limit :most
                """)
                .param("tokens", folded)
                .param("most", MOST_TOKENS)
                .query((row, index) -> new Token(
                        row.getString("token"),
                        row.getString("query"),
                        row.getLong("lessons"),
                        Math.max(1, row.getLong("everything"))))
                .list();
    }

    private static String rarest(List<Token> tokens) {
        var taken = new ArrayList<String>();
        var candidates = 0L;
        for (var token : tokens) {
            if (!taken.isEmpty() && candidates + token.lessons() > ENOUGH_CANDIDATES) {
                break;
            }
            candidates += token.lessons();
            taken.add(token.query());
        }
        return String.join("|", taken);
    }

    private static String joined(List<Token> tokens, java.util.function.Function<Token, String> what) {
        return tokens.stream().map(what).collect(Collectors.joining(" "));
    }

    private static Similar similar(ResultSet row, int index) throws SQLException {
        var said = row.getString("said");
        return new Similar(
                LessonTable.lesson(row, index),
                row.getDouble("score"),
                row.getBoolean("same_metric"),
                row.getBoolean("same_type"),
                row.getBoolean("same_product"),
                row.getBoolean("same_product") && row.getBoolean("same_version"),
                said.isEmpty()
                        ? List.of()
                        : List.of(said.split(" ")).stream()
                                .map(SameWords::spoken)
                                .toList(),
                "");
    }
}
