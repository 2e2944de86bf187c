package vigie;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who uses the house over HTTP, as a browser without scripts does: cookies kept, redirects followed. */
public final class Visitor {
    private final String house;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient stays = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Visitor(String house) {
        this.house = house;
    }

    /** What came back. */
    public record Answer(int status, String text, HttpResponse<String> whole) {
        /** The page, to be asked with CSS selectors. */
        public Document page() {
            return Jsoup.parse(text, whole.uri().toString());
        }
    }

    /** Signs in; a wrong password is a fault of the test. */
    public Visitor signIn(String login, String password) {
        var answer = post("/sign-in", "/sign-in", "login", login, "password", password);
        if (answer.whole().uri().getPath().equals("/sign-in")) {
            throw new AssertionError("could not sign in as " + login + ": " + answer.status());
        }
        return this;
    }

    /** Asks for a page, in English unless told otherwise. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form as it stands on a page: with that page's CSRF token and as coming from it. */
    public Answer post(String from, String path, String... fields) {
        var page = get(from).page();
        var token = page.selectFirst("input[name=_csrf]");
        var form = new StringBuilder("_csrf=" + (token == null ? "" : encode(token.val())));
        for (var i = 0; i < fields.length; i += 2) {
            form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(request(path)
                .header("Referer", house + from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Sends JSON with a token. */
    public Answer json(String method, String path, String token, String body, String... headers) {
        var request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Asks by any method, with the CSRF token of a page in the header as htmx would; the body may be empty. */
    public Answer ask(String method, String path, String type, String body) {
        return send(request(path)
                .header("X-CSRF-TOKEN", formToken())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends these very bytes, and follows no redirect: what came back is what was said to them. */
    public Answer send(String method, String path, byte[] body, String... headers) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(stays, request);
    }

    /** The token that a form of this visitor's pages bears. */
    public String formToken() {
        var token = get("/sign-in").page().selectFirst("input[name=_csrf]");
        return token == null ? "" : token.val();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en");
    }

    private Answer send(HttpRequest.Builder request) {
        return send(browser, request);
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AssertionError(told);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
