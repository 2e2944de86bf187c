package vigie.helpdesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A local server that answers as Zammad does: tokens, pages with a hard cap, names where {@code expand} is asked, 422 for
 * values it does not have, a history of fields, an index that may be late, and a letter to the customer for what everybody
 * sees. Each answer may be spoilt.
 */
final class ZammadDouble implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests";
    static final long ME = 7;
    private static final int CAP = 32;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern QUOTED = Pattern.compile("group\\.name:\"([^\"]*)\"");

    /** How an answer is spoilt. */
    enum Fault {
        /** It does what is asked and says so. */
        NONE,
        /** It does what is asked and hangs up. */
        LOST,
        /** It does what is asked, and answers that it stumbled. */
        STUMBLED,
        /** It does nothing and answers 503. */
        DOWN,
        /** It does what is asked but forgets the state. */
        FORGETS_STATE,
        /** It answers what is no JSON. */
        BABBLES,
        /** It says the same answer twice. */
        TWICE,
        /** It answers after the patience of whoever asks. */
        SLOW,
        /** It asks for ten minutes of peace. */
        BUSY,
        /** It refuses. */
        UNPROCESSABLE
    }

    record Spoilt(String method, String path, Fault fault) {}

    private final HttpServer server;
    private final Supplier<Instant> clock;
    private final Map<Long, Map<String, Object>> tickets = new TreeMap<>();
    private final Map<Long, List<Map<String, Object>>> articles = new HashMap<>();
    private final Map<Long, List<Map<String, Object>>> histories = new HashMap<>();
    private final ConcurrentLinkedQueue<Spoilt> spoilt = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> mailed = new CopyOnWriteArrayList<>();
    private final List<String> states = new CopyOnWriteArrayList<>(List.of(
            "new",
            "assigned",
            "in progress",
            "waiting for reply",
            "on hold",
            "reopened",
            "solved",
            "unsolved",
            "verified",
            "closed"));
    private volatile boolean locked;
    private volatile boolean indexed = true;
    private final List<Long> unindexed = new CopyOnWriteArrayList<>();
    private long last;

    ZammadDouble(Supplier<Instant> clock, long first) {
        this.clock = clock;
        this.last = first;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
        server.createContext("/api/v1/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    /** Who got a letter, and of which ticket. */
    List<String> mailed() {
        return mailed;
    }

    List<String> states() {
        return states;
    }

    /** The next request of this method to this path is spoilt. */
    ZammadDouble spoil(String method, String path, Fault fault) {
        spoilt.add(new Spoilt(method, path, fault));
        return this;
    }

    void lock(boolean shut) {
        locked = shut;
    }

    /** What is opened from now on is found by no search until this is true again. */
    void index(boolean atOnce) {
        indexed = atOnce;
        if (atOnce) {
            unindexed.clear();
        }
    }

    synchronized List<Map<String, Object>> tickets() {
        return List.copyOf(tickets.values());
    }

    synchronized Map<String, Object> ticket(long id) {
        return Map.copyOf(tickets.get(id));
    }

    synchronized List<Map<String, Object>> articles(long ticket) {
        return List.copyOf(articles.get(ticket));
    }

    /** Somebody opens a ticket there. */
    synchronized long open(String group, String site, String title, String text) {
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "title",
                title,
                "group",
                group,
                "state",
                "assigned",
                "priority",
                "urgent",
                "customer",
                "salma@example.org"));
        if (!site.isEmpty()) {
            fields.put("wlcg_sites", site);
        }
        var id = add(fields);
        say(id, text, false);
        return id;
    }

    /** Somebody says something there. */
    synchronized long say(long ticket, String text, boolean internal) {
        return say(ticket, text, internal, 12, "Salma <salma@example.org>", "text/plain");
    }

    synchronized long html(long ticket, String html) {
        return say(ticket, html, false, 12, "Salma <salma@example.org>", "text/html");
    }

    /** Somebody changes a field there. */
    synchronized void change(long ticket, String field, String value) {
        set(tickets.get(ticket), ticket, field, value);
        touch(ticket);
    }

    /** A field of it is lost. */
    synchronized void lose(long ticket, String field) {
        tickets.get(ticket).remove(field);
        touch(ticket);
    }

    private long add(Map<String, Object> fields) {
        var id = ++last;
        var ticket = new LinkedHashMap<>(fields);
        ticket.put("id", id);
        ticket.put("number", "1" + id);
        ticket.put("created_at", clock.get().toString());
        ticket.put("updated_at", clock.get().toString());
        tickets.put(id, ticket);
        articles.put(id, new ArrayList<>());
        histories.put(id, new ArrayList<>());
        if (!indexed) {
            unindexed.add(id);
        }
        return id;
    }

    private long say(long ticket, String text, boolean internal, long by, String from, String type) {
        var article = new LinkedHashMap<String, Object>();
        article.put("id", ++last);
        article.put("ticket_id", ticket);
        article.put("body", text);
        article.put("content_type", type);
        article.put("internal", internal);
        article.put("from", from);
        article.put("created_by_id", by);
        article.put("created_at", clock.get().toString());
        article.put("attachments", List.of());
        articles.get(ticket).add(article);
        touch(ticket);
        if (!internal) {
            var to = tickets.get(ticket).getOrDefault("customer", "").toString();
            if (!to.isEmpty()) {
                mailed.add(to + " of " + ticket);
            }
        }
        return last;
    }

    private void set(Map<String, Object> ticket, long id, String field, Object value) {
        var deed = new LinkedHashMap<String, Object>();
        deed.put("object", "Ticket");
        deed.put("type", "updated");
        deed.put("attribute", field);
        deed.put("value_from", String.valueOf(ticket.get(field)));
        deed.put("value_to", value);
        deed.put("created_at", clock.get().toString());
        histories.get(id).add(deed);
        ticket.put(field, value);
    }

    private void touch(long ticket) {
        tickets.get(ticket).put("updated_at", clock.get().toString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/api/v1".length());
            asked.add(exchange.getRequestMethod() + " " + path);
            var body = exchange.getRequestBody().readAllBytes();
            if (locked
                    || !("Token token=" + TOKEN)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"error\":\"Invalid token " + TOKEN + "\"}");
                return;
            }
            var fault = fault(exchange.getRequestMethod(), path);
            switch (fault) {
                case DOWN -> send(exchange, 503, "<html>Service unavailable</html>");
                case UNPROCESSABLE -> send(exchange, 422, "{\"error\":\"Missing required value for field 'area'\"}");
                case BUSY -> {
                    exchange.getResponseHeaders().add("Retry-After", "600");
                    send(exchange, 429, "{\"error\":\"too many\"}");
                }
                default -> act(exchange, path, body, fault);
            }
        }
    }

    private void act(HttpExchange exchange, String path, byte[] body, Fault fault) throws IOException {
        var json = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
        Object answer;
        try {
            answer = answer(exchange.getRequestMethod(), path, query(exchange), json, fault);
        } catch (IllegalArgumentException wrong) {
            send(exchange, 422, "{\"error\":\"" + wrong.getMessage() + "\"}");
            return;
        }
        if (answer == null) {
            send(exchange, 404, "{\"error\":\"Couldn't find\"}");
            return;
        }
        var text = JSON.writeValueAsString(answer);
        switch (fault) {
            case LOST -> {
                // closed without a word
            }
            case STUMBLED -> send(exchange, 500, "{\"error\":\"stumbled\"}");
            case BABBLES -> send(exchange, 200, "<html>" + text);
            case TWICE -> send(exchange, 200, text + text);
            case SLOW -> {
                sleep();
                send(exchange, 200, text);
            }
            default -> send(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, text);
        }
    }

    private synchronized Object answer(
            String method, String path, Map<String, String> query, JsonNode body, Fault fault) {
        if (path.equals("/users/me")) {
            return Map.of("id", ME, "login", "vigie");
        }
        if (path.equals("/ticket_states")) {
            return states.stream()
                    .map(name -> Map.of("name", name, "active", true))
                    .toList();
        }
        if (path.equals("/ticket_priorities")) {
            return List.of("less urgent", "urgent", "very urgent", "top priority").stream()
                    .map(name -> Map.of("name", name, "active", true))
                    .toList();
        }
        if (path.equals("/tickets/search")) {
            return search(query);
        }
        if (path.equals("/tickets") && method.equals("POST")) {
            return create(body);
        }
        if (path.equals("/ticket_articles") && method.equals("POST")) {
            var ticket = body.path("ticket_id").asLong();
            say(
                    ticket,
                    body.path("body").asString(),
                    body.path("internal").asBoolean(),
                    ME,
                    "Vigie <vigie@example.org>",
                    "text/plain");
            return articles.get(ticket).getLast();
        }
        var id = Long.parseLong(path.replaceAll(".*/", ""));
        if (!tickets.containsKey(id)) {
            return null;
        }
        if (path.startsWith("/ticket_articles/by_ticket/")) {
            return articles.get(id);
        }
        if (path.startsWith("/ticket_history/")) {
            return Map.of("history", histories.get(id));
        }
        if (method.equals("PUT")) {
            check(body);
            for (var field : List.of("state", "priority")) {
                if (body.has(field) && !(field.equals("state") && fault == Fault.FORGETS_STATE)) {
                    set(tickets.get(id), id, field, body.path(field).asString());
                }
            }
            touch(id);
        }
        return tickets.get(id);
    }

    private Map<String, Object> create(JsonNode body) {
        check(body);
        var fields = new LinkedHashMap<String, Object>();
        for (var field : List.of("title", "group", "state", "priority", "wlcg_sites", "customer")) {
            if (body.has(field)) {
                fields.put(field, body.path(field).asString());
            }
        }
        var id = add(fields);
        var article = body.path("article");
        say(
                id,
                article.path("body").asString(),
                article.path("internal").asBoolean(),
                ME,
                "Vigie <vigie@example.org>",
                "text/plain");
        return tickets.get(id);
    }

    private void check(JsonNode body) {
        if (body.has("state") && !states.contains(body.path("state").asString())) {
            throw new IllegalArgumentException(
                    "No lookup value found for 'state': " + body.path("state").asString());
        }
    }

    private List<Map<String, Object>> search(Map<String, String> asked) {
        var query = asked.get("query");
        var groups =
                QUOTED.matcher(query).results().map(found -> found.group(1)).toList();
        var after = number(query, "id:>(\\d+)");
        var since = text(query, "updated_at:\\[\"?([^\" ]+)\"? TO");
        var created = text(query, "created_at:\\[\"?([^\" ]+)\"? TO");
        var words = query.startsWith("\"") ? query.replace("\"", "") : "";
        var by = asked.get("sort_by");
        Comparator<Map<String, Object>> order = Comparator.comparing(ticket -> by.equals("id")
                ? "%019d".formatted(ticket.get("id"))
                : ticket.get(by).toString());
        return tickets.values().stream()
                .filter(ticket -> !unindexed.contains((Long) ticket.get("id")))
                .filter(ticket -> groups.isEmpty() || groups.contains(ticket.get("group")))
                .filter(ticket ->
                        words.isEmpty() || ticket.get("title").toString().contains(words))
                .filter(ticket -> (Long) ticket.get("id") > after)
                .filter(ticket ->
                        since.isEmpty() || !moment(ticket, "updated_at").isBefore(Instant.parse(since)))
                .filter(ticket ->
                        created.isEmpty() || !moment(ticket, "created_at").isBefore(Instant.parse(created)))
                .sorted(asked.get("order_by").equals("asc") ? order : order.reversed())
                .limit(Math.min(CAP, Integer.parseInt(asked.get("per_page"))))
                .map(ticket -> (Map<String, Object>) new LinkedHashMap<>(ticket))
                .toList();
    }

    private static Instant moment(Map<String, Object> ticket, String field) {
        return Instant.parse(ticket.get(field).toString());
    }

    private static long number(String query, String pattern) {
        var found = text(query, pattern);
        return found.isEmpty() ? 0 : Long.parseLong(found);
    }

    private static String text(String query, String pattern) {
        var found = Pattern.compile(pattern).matcher(query);
        return found.find() ? found.group(1) : "";
    }

    private Fault fault(String method, String path) {
        for (var each : spoilt) {
            if (each.method().equals(method) && path.matches(each.path()) && spoilt.remove(each)) {
                return each.fault();
            }
        }
        return Fault.NONE;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var asked = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var part : raw == null ? new String[0] : raw.split("&")) {
            var pair = part.split("=", 2);
            asked.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return asked;
    }

    private static void sleep() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
