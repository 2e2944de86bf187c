package vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Registrar;
import vigie.registry.ServiceId;
import vigie.status.Status;

@InTheHouse
class ResultsComeInTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tokens tokens;

    @Autowired
    Statuses statuses;

    @Autowired
    Board board;

    private Watch watch;
    private ServiceId ce;

    @BeforeEach
    void a_site_with_a_computing_element() {
        watch = new Watch(house, registrar, tokens);
        ce = watch.service("ce", "HTCondorCE");
    }

    @Test
    void an_array_of_results_becomes_the_status_of_the_service() {
        var answer = watch.send("[" + row("OK", 2) + ",\n" + row("WARNING", 1) + "]");
        assertThat(answer.status()).isEqualTo(200);
        var report = JSON.readTree(answer.text());
        assertThat(report.get("accepted").asInt()).isEqualTo(2);
        assertThat(report.get("refused").asInt()).isZero();
        var state = statuses.of(watch.key(ce, "job")).orElseThrow();
        assertThat(state.state().hard()).isEqualTo(Status.WARNING);
        assertThat(state.summary()).isEqualTo("WARNING it is");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void one_record_on_each_line_is_as_good_and_a_bad_line_does_not_hold_up_the_others() {
        var answer =
                watch.sendLines(row("OK", 3) + "\n\n{\"timestamp\": nonsense\n" + row("CRITICAL", 2) + "\r\n[1]\n");
        var report = JSON.readTree(answer.text());
        assertThat(report.get("accepted").asInt()).isEqualTo(2);
        assertThat(report.get("refused").asInt()).isEqualTo(2);
        assertThat(report.get("rows").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(report.get("rows").get(1).get("line").asInt()).isEqualTo(5);
        assertThat(hard()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void what_cannot_be_taken_is_told_line_by_line_with_field_value_and_what_was_expected() {
        var unknown = watch.row("elsewhere", "HTCondorCE", "job", "OK", watch.now());
        var answer = watch.send(String.join(
                ",\n",
                "[" + row("OK", 1),
                unknown,
                row("SPLENDID", 1),
                row("OK", 1).replace("job", "m".repeat(300)),
                row("OK", 1).replace("more of it", "a\\u0000b"),
                row("OK", 1).replaceFirst("2\\d\\d\\d-", "tomorrow-"),
                row("OK", -20),
                row("OK", 100 * 24 * 60),
                row("OK", 1).replace("\"job\"", "42"),
                "7]"));
        assertThat(answer.status()).isEqualTo(200);
        var report = JSON.readTree(answer.text());
        assertThat(report.get("accepted").asInt()).isEqualTo(1);
        assertThat(told(report))
                .containsExactly(
                        "2 hostname",
                        "3 status",
                        "4 metric",
                        "5 message",
                        "6 timestamp",
                        "7 timestamp",
                        "8 timestamp",
                        "9 metric",
                        "10 ");
        assertThat(report.get("rows").get(0).get("value").asString()).isEqualTo(watch.host("elsewhere"));
        assertThat(report.get("rows").get(1).get("expected").asString()).isEqualTo("OK, WARNING, CRITICAL or UNKNOWN");
    }

    @Test
    void the_report_can_be_asked_for_again_by_its_sender() {
        var sent = watch.send("[" + row("SPLENDID", 1) + "]");
        var again = watch.get(sent.whole().headers().firstValue("Location").orElseThrow());
        assertThat(again.status()).isEqualTo(200);
        assertThat(JSON.readTree(again.text())).isEqualTo(JSON.readTree(sent.text()));
        assertThat(watch.get("/api/v1/results/reports/999999999").status()).isEqualTo(404);
    }

    @Test
    void a_batch_told_twice_with_the_same_key_counts_once() {
        var key = UUID.randomUUID().toString();
        var body = "[" + row("OK", 1) + "]";
        var first = watch.send(body, "Idempotency-Key", key);
        var second = watch.send(body, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(kept()).isEqualTo(1);
        var other = watch.send("[" + row("CRITICAL", 0) + "]", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(hard()).isEqualTo(Status.OK);
    }

    @Test
    void the_same_key_sent_by_many_at_once_counts_once() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "[" + row("OK", 1) + "]";
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = senders.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>)
                            () -> watch.send(body, "Idempotency-Key", key).text())
                    .toList());
            assertThat(answers.stream().map(answer -> answer.resultNow()).distinct())
                    .hasSize(1);
        }
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void results_of_one_metric_count_in_the_order_in_which_they_ran() {
        watch.send("[" + row("CRITICAL", 1) + "," + row("OK", 5) + "," + row("WARNING", 3) + "]");
        assertThat(hard()).isEqualTo(Status.CRITICAL);
        watch.send("[" + row("OK", 2) + "]");
        assertThat(hard()).as("a result that comes late").isEqualTo(Status.CRITICAL);
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void a_body_that_is_no_json_is_refused_whole_with_the_place_of_the_fault() {
        var answer = watch.send("[" + row("OK", 1) + ",\n{\"timestamp\": oh}]");
        assertThat(answer.status()).isEqualTo(400);
        var problem = JSON.readTree(answer.text());
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isGreaterThan(10);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/monitor-malformed");
        assertThat(kept()).isZero();
        assertThat(watch.send("").status()).isEqualTo(400);
        assertThat(watch.send("\"words\"").status()).isEqualTo(400);
        assertThat(watch.send("[" + row("OK", 1)).status()).isEqualTo(400);
        assertThat(watch.send("[" + row("OK", 1) + "] and more").status()).isEqualTo(400);
    }

    @Test
    void what_is_believed_is_read_from_the_tables_after_a_start() {
        watch.send("[" + row("OK", 4) + "," + row("CRITICAL", 3) + "]");
        var before = statuses.of(watch.key(ce, "job"));
        board.forget();
        assertThat(statuses.of(watch.key(ce, "job"))).isEqualTo(before).isPresent();
    }

    @Test
    void a_metric_of_which_nobody_speaks_becomes_missing_and_never_ok() {
        watch.send("[" + row("OK", 0) + "]");
        house.advance(Duration.ofMinutes(119));
        assertThat(hard()).isEqualTo(Status.OK);
        house.advance(Duration.ofMinutes(2));
        assertThat(hard()).isEqualTo(Status.MISSING);
        house.advance(Duration.ofHours(3));
        watch.send("[" + row("OK", 0) + "]");
        assertThat(hard()).isEqualTo(Status.OK);
    }

    @Test
    void a_day_gets_its_partition_when_its_first_result_comes() {
        var at = Duration.ofDays(37).toMinutes();
        watch.send("[" + row("OK", at) + "]");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void statuses_are_told_by_site_service_and_status_page_by_page() {
        for (var metric : new String[] {"a", "b", "c"}) {
            watch.send("[" + watch.row("ce", "HTCondorCE", metric, metric.equals("b") ? "CRITICAL" : "OK", watch.now())
                    + "]");
        }
        var first = JSON.readTree(
                watch.get("/api/v1/statuses?limit=2&site=" + watch.site).text());
        assertThat(first.get("items")).hasSize(2);
        var rest = JSON.readTree(watch.get("/api/v1/statuses?limit=2&site=" + watch.site + "&after="
                        + first.get("next").asInt())
                .text());
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        var bad = JSON.readTree(
                watch.get("/api/v1/statuses?status=CRITICAL&service=" + ce).text());
        assertThat(bad.get("items")).hasSize(1);
        assertThat(bad.get("items").get(0).get("metric").asString()).isEqualTo("b");
        assertThat(watch.get("/api/v1/statuses?site=NOWHERE").status()).isEqualTo(404);
        assertThat(watch.get("/api/v1/statuses?status=SPLENDID").status()).isEqualTo(422);
    }

    @Test
    void only_a_token_with_the_right_hands_in_results() {
        var body = "[" + row("OK", 1) + "]";
        assertThat(house.nobody()
                        .json("POST", "/api/v1/results", "vigie_wrong", body)
                        .status())
                .isEqualTo(401);
        var sender = house.people().named("t-administrator").orElseThrow();
        var reading = tokens.make(sender.person(), "reads", java.util.EnumSet.of(Right.READ), Duration.ofHours(1));
        assertThat(house.nobody().json("POST", "/api/v1/results", reading, body).status())
                .isEqualTo(403);
        house.as(Role.DUTY_OPERATOR);
        var other = house.people().named("t-duty-operator").orElseThrow();
        var duty = tokens.make(other.person(), "duty", java.util.EnumSet.of(Right.SEND_RESULTS), Duration.ofHours(1));
        assertThat(house.nobody().json("POST", "/api/v1/results", duty, body).status())
                .isEqualTo(403);
        assertThat(kept()).isZero();
    }

    private String row(String status, long minutesAgo) {
        return watch.row("ce", "HTCondorCE", "job", status, watch.now().minus(Duration.ofMinutes(minutesAgo)));
    }

    private Status hard() {
        return statuses.of(watch.key(ce, "job")).orElseThrow().state().hard();
    }

    private long kept() {
        return house.sql()
                .sql("select count(*) from monitor.result r join monitor.metric m on m.id = r.metric where service = ?")
                .param(ce.value())
                .query(Long.class)
                .single();
    }

    private static java.util.List<String> told(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .map(row -> row.get("line").asInt() + " " + row.get("field").asString())
                .collect(Collectors.toList());
    }
}
