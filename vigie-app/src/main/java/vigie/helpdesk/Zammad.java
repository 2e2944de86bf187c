package vigie.helpdesk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of a Zammad, as the helpdesks of EGI and WLCG run it: JSON over HTTP, a token in the header, names in place of
 * numbers where {@code expand=true} is asked. Redirections are not followed: the token is for one address.
 */
final class Zammad {
    private static final long LARGEST = 20L << 20;
    private static final int TOLD = 200;

    private final Connection to;
    private final JsonMapper json;
    private final HttpClient client;

    Zammad(Connection to, JsonMapper json) {
        this.to = to;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(to.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    JsonNode states() {
        return list("/api/v1/ticket_states?expand=true");
    }

    JsonNode priorities() {
        return list("/api/v1/ticket_priorities?expand=true");
    }

    JsonNode me() {
        return get("/api/v1/users/me");
    }

    /** Tickets that a query finds, by a field, from the first on. */
    JsonNode search(String query, String sortBy, boolean ascending, int limit) {
        return list("/api/v1/tickets/search?expand=true&query=%s&sort_by=%s&order_by=%s&page=1&per_page=%d&limit=%d"
                .formatted(
                        URLEncoder.encode(query, StandardCharsets.UTF_8),
                        sortBy,
                        ascending ? "asc" : "desc",
                        limit,
                        limit));
    }

    JsonNode ticket(long id) {
        return get("/api/v1/tickets/" + id + "?expand=true");
    }

    JsonNode articles(long ticket) {
        return list("/api/v1/ticket_articles/by_ticket/" + ticket + "?expand=true");
    }

    /** The changes of a ticket's fields. */
    JsonNode history(long ticket) {
        return get("/api/v1/ticket_history/" + ticket).path("history");
    }

    JsonNode open(Map<String, Object> ticket) {
        return send("POST", "/api/v1/tickets?expand=true", ticket);
    }

    JsonNode change(long id, Map<String, Object> fields) {
        return send("PUT", "/api/v1/tickets/" + id + "?expand=true", fields);
    }

    JsonNode say(Map<String, Object> article) {
        return send("POST", "/api/v1/ticket_articles?expand=true", article);
    }

    private JsonNode list(String path) {
        var answer = get(path);
        if (!answer.isArray()) {
            throw new Trouble(Trouble.Kind.UNSURE, path(path) + ": " + told(answer.toString()) + " (expected: a list)");
        }
        return answer;
    }

    private JsonNode get(String path) {
        return ask(path, request(path).GET().build());
    }

    private JsonNode send(String method, String path, Map<String, Object> body) {
        var answer = ask(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build());
        if (!answer.path("id").isIntegralNumber()) {
            throw new Trouble(Trouble.Kind.UNSURE, path(path) + ": " + told(answer.toString()) + " (expected: an id)");
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(to.url() + path))
                .timeout(to.patience())
                .header("Authorization", "Token token=" + to.token())
                .header("Accept", "application/json");
    }

    private JsonNode ask(String path, HttpRequest request) {
        try {
            var answer = client.send(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LARGEST));
            return read(path, answer);
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            throw new Trouble(Trouble.Kind.NOT_DONE, path(path) + ": no connection");
        } catch (IOException lost) {
            throw new Trouble(
                    Trouble.Kind.UNSURE, path(path) + ": no answer (" + told(String.valueOf(lost.getMessage())) + ")");
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.Kind.UNSURE, path(path) + ": interrupted");
        }
    }

    private JsonNode read(String path, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var said = path(path) + ": " + status + " " + told(answer.body());
        switch (status) {
            case 200, 201 -> {
                try {
                    return json.readTree(answer.body());
                } catch (JacksonException broken) {
                    throw new Trouble(Trouble.Kind.UNSURE, said + " (expected: JSON)");
                }
            }
            case 401 -> throw new Trouble(Trouble.Kind.LOCKED_OUT, said);
            case 429 -> throw new Trouble(Trouble.Kind.BUSY, said, pause(answer));
            default ->
                throw new Trouble(status >= 400 && status < 500 ? Trouble.Kind.REFUSED : Trouble.Kind.UNSURE, said);
        }
    }

    private static Duration pause(HttpResponse<String> answer) {
        var said = answer.headers().firstValue("Retry-After").orElse("");
        return said.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(said)) : Duration.ofMinutes(1);
    }

    private static String path(String path) {
        return path.replaceFirst("\\?.*", "");
    }

    private String told(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        var safe = to.token().isEmpty() ? line : line.replace(to.token(), "…");
        return safe.length() > TOLD ? safe.substring(0, TOLD) + "..." : safe;
    }
}
