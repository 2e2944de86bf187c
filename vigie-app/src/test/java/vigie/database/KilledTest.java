package vigie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole Vigie, or its database, or both, killed with work in hand: what was answered is there, and there once. */
class KilledTest {
    private static Mailman mailman;
    private static Whole vigie;

    @BeforeAll
    static void a_whole_vigie_with_a_site() throws Exception {
        mailman = new Mailman();
        vigie = Whole.in(
                Servers.folder("killed"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailman.port(),
                "--vigie.mail.every=PT0.1S",
                "--vigie.mail.again-after=PT1S",
                "--vigie.events.again-after=PT10S");
        vigie.run("insert into registry.service_type (name) values ('webdav') on conflict do nothing");
        vigie.run("""
                insert into registry.site (name, ngi, certification, mail)
                values ('KILLED', 'NGI_FRANCE', 'CERTIFIED', 'grid@killed.example')
                """);
        vigie.run("""
                insert into registry.service (site, host, type) select id, 'se.killed.example', 'webdav' from registry.site
                """);
        vigie.run("update registry.edition set number = nextval('registry.edition_number')");
        eventually(() -> statusOf("/api/v1/sites/KILLED") == 200);
    }

    @AfterAll
    static void it_ends() throws IOException {
        vigie.stop();
        mailman.close();
    }

    @Test
    void the_java_process_is_killed() throws Exception {
        var work = new Work("java");
        work.killed(vigie::killJava, vigie::startAgain);
        work.mustBeThereOnce();
    }

    @Test
    void the_database_is_killed() throws Exception {
        var work = new Work("postmaster");
        work.killed(vigie::killPostmaster, vigie::untilItAnswers);
        work.mustBeThereOnce();
    }

    @Test
    void both_are_killed() throws Exception {
        var work = new Work("both");
        work.killed(
                () -> {
                    vigie.killJava();
                    vigie.killPostmaster();
                },
                vigie::startAgain);
        work.mustBeThereOnce();
    }

    /** Between the mail server's taking a letter and our hearing of it nothing helps but to say it again as the same. */
    @Test
    void a_letter_whose_taking_was_not_heard_is_sent_again_under_its_own_name_and_counted() throws Exception {
        eventually(() -> number("select count(*) from mail.letter where sent is null") == 0);
        var before = number("select count(*) from mail.letter where unsure > 0");
        mailman.silent = true;
        var opened = vigie.ask("POST", "/api/v1/tickets", "unheard", ticket("unheard"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var id = name("unheard");
        eventually(() -> mailman.taken.contains(id));
        vigie.killJava();
        mailman.silent = false;
        vigie.startAgain();
        eventually(() -> number("select count(*) from mail.letter where sent is null") == 0);
        assertThat(mailman.taken.stream().filter(id::equals)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(number("select count(*) from mail.letter where unsure > 0")).isEqualTo(before + 1);
        assertThat(vigie.ask("GET", "/metrics", "", "").body())
                .containsPattern("vigie_vital\\{sign=\"mail.twice\"} " + (before + 1) + "\\.0");
    }

    @Test
    void a_reading_that_is_killed_leaves_the_old_registry_and_says_so() throws Exception {
        var asked = new CountDownLatch(1);
        var gocdb = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gocdb.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gocdb.createContext("/", exchange -> {
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            if (query.contains("get_service")) {
                asked.countDown();
                return; // and never answers
            }
            var body = "<?xml version=\"1.0\"?><results/>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gocdb.start();
        try {
            var url = "http://127.0.0.1:" + gocdb.getAddress().getPort() + "/gocdbpi";
            var added = vigie.ask("POST", "/api/v1/sources", "", """
                    {"kind":"gocdb","name":"killed","url":"%s"}""".formatted(url));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            asked.await();
            assertThat(number("select count(*) from source.run where outcome = 'RUNNING'"))
                    .isEqualTo(1);
            vigie.killJava();
            vigie.startAgain();
            eventually(() -> number("select count(*) from source.run where outcome = 'INTERRUPTED'") == 1);
            assertThat(number("select count(*) from registry.site where gone is null"))
                    .isEqualTo(1);
            assertThat(vigie.ask("GET", "/api/v1/sources", "", "").body()).contains("INTERRUPTED");
        } finally {
            gocdb.stop(0);
        }
    }

    private static String ticket(String text) {
        return "{\"site\":\"KILLED\",\"subject\":\"%1$s\",\"text\":\"%1$s\"}".formatted(text);
    }

    private static String name(String body) throws SQLException, IOException {
        try (var connection = vigie.connection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select message_id from mail.letter where body = '" + body + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long number(String sql) {
        try {
            return vigie.number(sql);
        } catch (SQLException | IOException away) {
            return -1;
        }
    }

    private static int statusOf(String path) {
        try {
            return vigie.ask("GET", path, "", "").statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private interface Deed {
        void done() throws IOException;
    }

    /** Results and tickets, sent until they are answered, while something is killed. */
    private static final class Work {
        private final String name;
        private final Map<String, Boolean> answered = new ConcurrentHashMap<>();
        private final AtomicInteger number = new AtomicInteger();
        private volatile boolean over;

        Work(String name) {
            this.name = name;
        }

        void killed(Deed kill, Deed mend) throws Exception {
            var senders = Stream.of("results", "tickets")
                    .map(what -> Thread.ofPlatform().start(() -> send(what)))
                    .toList();
            eventually(() -> answered.size() >= 10);
            kill.done();
            mend.done();
            var before = answered.size();
            eventually(() -> answered.size() >= before + 4);
            over = true;
            for (var sender : senders) {
                sender.join();
            }
        }

        private void send(String what) {
            while (!over) {
                var key = name + "-" + what + "-" + number.incrementAndGet();
                var body = what.equals("tickets") ? ticket(key) : result(key);
                eventually(
                        () -> {
                            try {
                                return vigie.ask("POST", "/api/v1/" + what, key, body)
                                                                .statusCode()
                                                        / 100
                                                == 2
                                        ? true
                                        : null;
                            } catch (IOException killed) {
                                return null;
                            }
                        },
                        "an answer to " + key);
                answered.put(key, true);
            }
        }

        private String result(String key) {
            return """
                    [{"timestamp":"%s","service":"webdav","hostname":"se.killed.example","metric":"%s","status":"OK",
                      "summary":"%s"}]
                    """.formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), name, key);
        }

        void mustBeThereOnce() throws Exception {
            var lost = new java.util.TreeMap<String, Long>();
            for (var key : answered.keySet()) {
                var count = key.contains("tickets")
                        ? vigie.number("select count(*) from ticket.ticket where subject = '" + key + "'")
                        : vigie.number("select count(*) from monitor.result where summary = '" + key + "'");
                if (count != 1) {
                    lost.put(key, count);
                }
            }
            assertThat(lost).as("of " + answered.size() + " that were answered").isEmpty();
            assertThat(List.copyOf(answered.keySet()))
                    .anyMatch(key -> key.contains("tickets"))
                    .anyMatch(key -> key.contains("results"));
            eventually(() -> KilledTest.number("select count(*) from mail.letter where sent is null") == 0);
            eventually(() -> KilledTest.number("select count(*) from event_publication") == 0);
        }
    }
}
