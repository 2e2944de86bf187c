import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;

/**
 * The load of bench/kills.sh, the killer, the mail server that outlives the killed, and the book in which everything is
 * written that was answered with 2xx.
 */
class Kills {
    static final String TOKEN = "vigie_bench-0123456789012345678901234567890123";
    static final int SERVICES = 60;
    static final Random DICE = new Random(19);

    final String java;
    final String jar;
    final Path work;
    final int kills;
    final int port = 20_000 + (int) (ProcessHandle.current().pid() % 20_000);
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    final Post post = new Post();
    /** Senders hold it to read; who compares holds it to write, so that nothing is under way meanwhile. */
    final ReentrantReadWriteLock quiet = new ReentrantReadWriteLock(true);
    final Queue<String> batches = new ConcurrentLinkedQueue<>();
    final Queue<String> said = new ConcurrentLinkedQueue<>();
    final Queue<String> announced = new ConcurrentLinkedQueue<>();
    final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    final List<Long> tickets = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger number = new AtomicInteger();
    final AtomicLong rounds = new AtomicLong();
    final Map<String, Integer> odd = new ConcurrentHashMap<>();
    final Instant begin = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
    volatile boolean running = true;
    Process vigie;

    Kills(String java, String jar, Path work, int kills) {
        this.java = java;
        this.jar = jar;
        this.work = work;
        this.kills = kills;
    }

    public static void main(String[] words) throws Exception {
        var bench = new Kills(words[0], words[1], Path.of(words[2]), Integer.parseInt(words[3]));
        var isWhole = false;
        try {
            isWhole = bench.run();
        } finally {
            bench.running = false;
            bench.vigie.destroy();
            bench.vigie.waitFor();
        }
        System.exit(isWhole ? 0 : 1);
    }

    boolean run() throws Exception {
        post.start();
        start();
        untilItAnswers("/sign-in", false);
        try (var database = database()) {
            admit(database);
            settle(database);
        }
        untilItAnswers("/api/v1/tickets", true);
        for (Work one : List.<Work>of(this::results, this::results, this::openTickets, this::reply, this::announce, this::acknowledge)) {
            Thread.ofPlatform().daemon().start(() -> again(one));
        }
        System.out.printf("%-24s %5s %5s %8s %8s %8s %12s %12s%n", "killed", "kills", "lost", "doubled", "letters",
                "repeated", "median s", "longest s");
        var lost = 0;
        var doubled = 0;
        for (var what : Victim.values()) {
            var letters = post.count();
            var repeated = post.repeated();
            var times = new ArrayList<Double>();
            var found = new int[2];
            for (var i = 0; i < kills; i++) {
                LockSupport.parkNanos(Duration.ofMillis(700 + DICE.nextInt(2_000)).toNanos());
                times.add(kill(what));
                var now = compare();
                found[0] = Math.max(found[0], now[0]);
                found[1] = Math.max(found[1], now[1]);
            }
            Collections.sort(times);
            System.out.printf("%-24s %5d %5d %8d %8d %8d %12.1f %12.1f%n", what.said, kills, found[0], found[1],
                    post.count() - letters, post.repeated() - repeated, times.get(times.size() / 2), times.getLast());
            lost += found[0];
            doubled += found[1];
        }
        running = false;
        var end = theEnd();
        return lost + doubled + end == 0;
    }

    enum Victim {
        JAVA("java"),
        POSTMASTER("database, postmaster"),
        BACKEND("database, one backend"),
        BOTH("java and postmaster");

        final String said;

        Victim(String said) {
            this.said = said;
        }
    }

    /** Kills; answers how many seconds went by until a token is let in again. */
    double kill(Victim what) throws Exception {
        var postmaster = Long.parseLong(Files.readAllLines(work.resolve("data/pg18/postmaster.pid")).getFirst().strip());
        var backend = what == Victim.BACKEND ? backend() : 0;
        var began = System.nanoTime();
        if (what == Victim.JAVA || what == Victim.BOTH) {
            vigie.destroyForcibly();
        }
        if (what == Victim.POSTMASTER || what == Victim.BOTH) {
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        }
        if (what == Victim.BACKEND) {
            ProcessHandle.of(backend).ifPresent(ProcessHandle::destroyForcibly);
        }
        if (what == Victim.JAVA || what == Victim.BOTH) {
            vigie.waitFor();
            start();
        }
        untilItAnswers("/api/v1/tickets", true);
        return (System.nanoTime() - began) / 1e9;
    }

    long backend() throws Exception {
        try (var database = database();
                var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select pid from pg_stat_activity where application_name = 'vigie' and pid <> pg_backend_pid()
                         order by state = 'active' desc, random() limit 1
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    void start() throws IOException {
        vigie = new ProcessBuilder(java, "-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar,
                        "--vigie.data=" + work.resolve("data"), "--server.port=" + port, "--vigie.check.scheduled=false",
                        "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + post.port(), "--vigie.mail.every=PT0.1S")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("vigie.log").toFile()))
                .start();
    }

    interface Work {
        void once() throws Exception;
    }

    void again(Work work) {
        while (running) {
            quiet.readLock().lock();
            try {
                work.once();
            } catch (IOException killed) {
                LockSupport.parkNanos(100_000_000);
            } catch (Exception fault) {
                odd.merge(String.valueOf(fault), 1, Integer::sum);
            } finally {
                quiet.readLock().unlock();
            }
            LockSupport.parkNanos(3_000_000);
        }
    }

    /** Each service is bad for five results and good for five; each result is newer than the one before, and none is of the future. */
    void results() throws Exception {
        var round = rounds.getAndIncrement();
        var rows = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            var service = (round * 20 + i) % SERVICES;
            var turn = (round * 20 + i) / SERVICES;
            rows.append("{\"timestamp\":\"").append(begin.plusMillis(turn * 100)).append("\",\"service\":\"webdav\",\"hostname\":\"se")
                    .append(service).append(".kills.example\",\"metric\":\"put\",\"status\":\"")
                    .append((turn + service) / 5 % 2 == 0 ? "OK" : "CRITICAL").append("\",\"summary\":\"round ")
                    .append(turn).append("\"}\n");
        }
        var key = "batch-" + number.incrementAndGet();
        if (sent("/api/v1/results", "application/x-ndjson", rows.toString(), key) != null) {
            batches.add(key);
        }
        LockSupport.parkNanos(100_000_000);
    }

    void openTickets() throws Exception {
        var text = "ticket " + number.incrementAndGet();
        var answer = sent("/api/v1/tickets", "application/json",
                "{\"site\":\"KILLS-1\",\"subject\":\"%s\",\"text\":\"%s\",\"language\":\"en\"}".formatted(text, text), text);
        if (answer != null) {
            said.add(text);
            tickets.add(id(answer));
        }
        LockSupport.parkNanos(100_000_000);
    }

    void reply() throws Exception {
        if (tickets.isEmpty()) {
            return;
        }
        var text = "reply " + number.incrementAndGet();
        var ticket = tickets.get(DICE.nextInt(tickets.size()));
        if (sent("/api/v1/tickets/" + ticket + "/reply", "application/json", "{\"text\":\"%s\"}".formatted(text), text) != null) {
            said.add(text);
        }
        LockSupport.parkNanos(50_000_000);
    }

    void announce() throws Exception {
        var text = "outage " + number.incrementAndGet();
        var start = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        var body = """
                {"site":"KILLS-0","services":[%d],"severity":"WARNING","start":"%s","end":"%s","description":"%s"}
                """.formatted(firstService, start, start.plusSeconds(3600), text);
        if (sent("/api/v1/downtimes", "application/json", body, text) != null) {
            announced.add(text);
        }
        LockSupport.parkNanos(50_000_000);
    }

    void acknowledge() throws Exception {
        var open = get("/api/v1/problems");
        if (open.statusCode() != 200) {
            return;
        }
        var ids = Pattern.compile("\"id\":(\\d+)").matcher(open.body()).results().map(found -> found.group(1)).toList();
        if (ids.isEmpty()) {
            return;
        }
        var text = "known " + number.incrementAndGet();
        var body = "{\"until\":\"%s\",\"reason\":\"%s\"}"
                .formatted(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS), text);
        if (sent("/api/v1/problems/" + ids.get(DICE.nextInt(ids.size())) + "/acknowledge", "application/json", body, text)
                != null) {
            acknowledged.add(text);
        }
        LockSupport.parkNanos(50_000_000);
    }

    static long id(String answer) {
        var found = Pattern.compile("\"id\":(\\d+)").matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(found.group(1));
    }

    /** Sends again and again, under the same key, until it is answered; null where the answer is a lasting no. */
    String sent(String path, String type, String body, String key) throws InterruptedException {
        while (running) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .timeout(Duration.ofSeconds(20))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Content-Type", type)
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    if (type.contains("ndjson") && !answer.body().contains("\"accepted\":20")) {
                        odd.merge(answer.body(), 1, Integer::sum);
                    }
                    return answer.body();
                }
                var isLasting = answer.statusCode() / 100 == 4 && answer.statusCode() != 401;
                odd.merge(path.replaceAll("\\d+", "n") + " " + answer.statusCode(), 1, Integer::sum);
                if (isLasting) {
                    return null;
                }
            } catch (IOException killed) {
                // not known whether it arrived
            }
            LockSupport.parkNanos(100_000_000);
        }
        return null;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    void untilItAnswers(String path, boolean withToken) throws Exception {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                var status = get(path).statusCode();
                if (!withToken || status == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!vigie.isAlive()) {
                    throw new IllegalStateException("Vigie does not start; see its last words:\n" + lastWords());
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Vigie does not answer within three minutes:\n" + lastWords());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    String lastWords() throws IOException {
        var lines = Files.readAllLines(work.resolve("vigie.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    Connection database() throws Exception {
        var access = new Properties();
        try (var in = Files.newInputStream(work.resolve("data/database.properties"))) {
            access.load(in);
        }
        SQLException last = null;
        for (var i = 0; i < 600; i++) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%s/vigie?ApplicationName=bench"
                        .formatted(access.getProperty("port")), "vigie", access.getProperty("password"));
            } catch (SQLException notYet) {
                last = notYet;
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw last;
    }

    /** What was answered and is not there, and what is there more than once. */
    int[] compare() throws Exception {
        quiet.writeLock().lock();
        try (var database = database()) {
            var found = new int[2];
            compare(database, batches, found, """
                    select r.key, case when coalesce(c.n, 0) = r.accepted then 1 when coalesce(c.n, 0) > r.accepted then 2 else 0 end
                      from monitor.report r
                      left join (select report, count(*) as n from monitor.result group by report) c on c.report = r.id
                     where r.key is not null
                    """);
            compare(database, said, found, "select body, count(*) from ticket.entry group by body");
            compare(database, announced, found, "select description, count(*) from registry.downtime group by description");
            compare(database, acknowledged, found, "select reason, count(*) from journal.deed where reason <> '' group by reason");
            return found;
        } finally {
            quiet.writeLock().unlock();
        }
    }

    void compare(Connection database, Queue<String> answered, int[] found, String sql) throws SQLException {
        var there = new HashMap<String, Integer>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                there.merge(row.getString(1), row.getInt(2), Integer::sum);
            }
        }
        for (var one : answered) {
            var count = there.getOrDefault(one, 0);
            if (count != 1) {
                System.err.println(one + (count == 0 ? " is lost" : " is there " + count + " times"));
            }
            found[0] += count == 0 ? 1 : 0;
            found[1] += count > 1 ? 1 : 0;
        }
    }

    /** Once the load has ended: every letter has left, every event was heard, every bad status has its one alarm. */
    int theEnd() throws Exception {
        var wrong = 0;
        try (var database = database()) {
            var end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
            while (System.nanoTime() < end && count(database, """
                    select (select count(*) from mail.letter where sent is null) + (select count(*) from event_publication)
                    """) > 0) {
                LockSupport.parkNanos(500_000_000);
            }
            wrong += line("answered batches of 20", batches.size(), 0);
            wrong += line("answered tickets and replies", said.size(), 0);
            wrong += line("answered announcements", announced.size(), 0);
            wrong += line("answered acknowledgements", acknowledged.size(), 0);
            var unsent = count(database, "select count(*) from mail.letter where sent is null");
            wrong += line("letters not sent", unsent, unsent);
            var lost = 0;
            try (var statement = database.createStatement();
                    var row = statement.executeQuery("select message_id from mail.letter")) {
                while (row.next()) {
                    lost += post.taken.containsKey(row.getString(1)) ? 0 : 1;
                }
            }
            wrong += line("letters said to be sent that the server never took", lost, lost);
            var unequal = count(database, """
                    select count(*) from (select ticket, count(*) as n from ticket.entry group by ticket) e
                      full join (select thread, count(*) as n from mail.letter group by thread) l
                        on l.thread = 'ticket:' || e.ticket where e.n is distinct from l.n
                    """);
            wrong += line("tickets with more or fewer letters than messages", unequal, unequal);
            var events = count(database, "select count(*) from event_publication");
            wrong += line("events not heard", events, events);
            var alarms = count(database, """
                    select count(*) from monitor.state s join monitor.metric m on m.id = s.metric
                      left join alarm.alarm a on a.service = m.service and a.metric = m.name and a.vo = m.vo
                                             and a.cleared is null
                     where s.hard in ('OK', 'CRITICAL') and (s.hard = 'CRITICAL') <> (a.id is not null)
                    """);
            wrong += line("statuses that their alarm contradicts", alarms, alarms);
            line("letters taken by the server", post.count(), 0);
            line("  of these repeated, under the same Message-ID", post.repeated(), 0);
            line("  counted by Vigie as possibly sent twice",
                    count(database, "select count(*) from mail.letter where sent is not null and tries > 1"), 0);
        }
        odd.forEach((what, times) -> System.err.println("answered otherwise: " + times + " times " + what));
        return wrong;
    }

    static int line(String what, int count, int wrong) {
        System.out.printf("%-56s %8d%n", what, count);
        return wrong;
    }

    static int count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    long firstService;

    void settle(Connection database) throws Exception {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("insert into registry.service_type (name) values ('webdav') on conflict do nothing");
            statement.execute("""
                    insert into registry.site (name, ngi, certification, mail)
                    select 'KILLS-' || n, 'NGI_FRANCE', 'CERTIFIED', 'grid@kills.example' from generate_series(0, 1) n
                    """);
            statement.execute("""
                    insert into registry.service (site, host, type, monitored)
                    select s.id, 'se' || n || '.kills.example', 'webdav', true from generate_series(0, %d) n
                      join registry.site s on s.name = 'KILLS-0'
                    """.formatted(SERVICES - 1));
            statement.execute("update registry.edition set number = nextval('registry.edition_number')");
            database.commit();
            database.setAutoCommit(true);
        }
        firstService = count(database, "select min(id) from registry.service where host = 'se0.kills.example'");
    }

    void admit(Connection database) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        try (var statement = database.createStatement()) {
            statement.execute("insert into people.person (login, name, mail) values ('bench', 'Bench', 'bench@kills.example')");
            statement.execute("""
                    insert into people.role_held (person, role, site) select id, 'ADMINISTRATOR', 0 from people.person
                     where login = 'bench'
                    """);
            statement.execute("""
                    insert into account.token (person, label, starts, hash, rights, made, expires)
                    select id, 'bench', 'vigie_bench', '%s',
                           'SEND_RESULTS,READ,REPLY_TICKETS,HANDLE_TICKETS,HANDLE_PROBLEMS,ANNOUNCE_DOWNTIME', now(),
                           now() + interval '1 day' from people.person where login = 'bench'
                    """.formatted(HexFormat.of().formatHex(digest)));
        }
    }

    /** A mail server of a few lines; it counts each Message-ID that it has said yes to, and that it has been offered. */
    static class Post {
        final Map<String, Integer> taken = new ConcurrentHashMap<>();
        final ServerSocket door;

        Post() {
            try {
                door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }

        int port() {
            return door.getLocalPort();
        }

        int count() {
            return taken.size();
        }

        int repeated() {
            return (int) taken.values().stream().filter(times -> times > 1).count();
        }

        void start() {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    try {
                        var caller = door.accept();
                        Thread.ofPlatform().daemon().start(() -> {
                            try (caller) {
                                talk(caller);
                            } catch (IOException gone) {
                                // killed in the middle
                            }
                        });
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        void talk(Socket caller) throws IOException {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.ISO_8859_1);
            out.print("220 bench\r\n");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                switch (word) {
                    case "DATA" -> {
                        out.print("354 go on\r\n");
                        var id = "";
                        for (line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                            id = line.startsWith("Message-ID: ") && id.isEmpty() ? line.substring(12).strip() : id;
                        }
                        if (line != null) {
                            taken.merge(id, 1, Integer::sum);
                            out.print("250 taken\r\n");
                        }
                    }
                    case "QUIT" -> {
                        out.print("221 bye\r\n");
                        return;
                    }
                    default -> out.print("250 ok\r\n");
                }
            }
        }
    }
}
