package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Role;

@InTheHouse
class DoorsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    House.Keys house;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/account", "/style/app.css", "/nowhere", "/api/v1/nowhere", "/welcome/x"})
    void every_answer_says_what_a_browser_may_do_with_it(String path) {
        var headers = house.as(Role.READER).get(path).whole().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void pages_are_not_kept_by_the_browser() {
        assertThat(house.as(Role.READER)
                        .get("/account")
                        .whole()
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("no-store");
    }

    @Test
    void a_form_without_the_token_of_its_page_changes_nothing_and_is_told_why() {
        var forged = HttpRequest.newBuilder(URI.create(house.url() + "/theme"))
                .header("Content-Type", FORM)
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString("theme=dark"));
        var refused = sent(forged);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This form no longer holds, and nothing has changed");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("theme="));
        var api = sent(HttpRequest.newBuilder(URI.create(house.url() + "/api/v1/results"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]")));
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.body()).contains("Bearer");
    }

    @Test
    void signing_in_changes_the_session_and_its_cookie_is_for_http_alone() {
        accounts.open("t-session", "Ada", "", House.PASSWORD, Role.READER);
        var before = sent(HttpRequest.newBuilder(URI.create(house.url() + "/sign-in")));
        var cookie = before.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("vigie=").contains("HttpOnly").contains("SameSite=Lax");
        var session = cookie.substring(0, cookie.indexOf(';'));
        var token = org.jsoup.Jsoup.parse(before.body())
                .selectFirst("input[name=_csrf]")
                .val();
        var after = sent(HttpRequest.newBuilder(URI.create(house.url() + "/sign-in"))
                .header("Cookie", session)
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString("login=t-session&password="
                        + House.PASSWORD.replace(' ', '+') + "&_csrf="
                        + java.net.URLEncoder.encode(token, StandardCharsets.UTF_8))));
        assertThat(after.statusCode()).isEqualTo(302);
        var fresh = after.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(fresh).startsWith("vigie=").doesNotStartWith(session);
        var old = sent(
                HttpRequest.newBuilder(URI.create(house.url() + "/account")).header("Cookie", session));
        assertThat(old.statusCode()).isEqualTo(302);
    }

    @Test
    void a_host_that_is_not_ours_leads_nowhere_and_stands_on_no_page() throws IOException {
        for (var path : new String[] {"/sites", "/sign-in", "/nowhere", "/oauth2/authorization/none"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("evil.example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "https://evil.example.org/",
                "/\\evil.example.org",
                "javascript:alert(1)",
                "\\\\evil"
            })
    void no_form_leads_out_of_the_house(String back) {
        var visitor = house.nobody();
        assertThat(visitor.post("/sign-in", "/theme", "theme", "dark", "back", back)
                        .whole()
                        .uri())
                .hasHost("localhost")
                .hasPath("/sign-in");
        assertThat(visitor.post("/sign-in", "/language", "language", "en", "back", back)
                        .whole()
                        .uri())
                .hasHost("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in?again=%00", "/sign-in;x=1", "/a//b"})
    void what_cannot_be_read_is_refused_in_words(String path) {
        var answer = house.as(Role.READER).get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.page().select("h1").text()).isEqualTo(answer.status() == 404 ? "Not found" : "Refused");
        assertThat(answer.page().select(".trouble").text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/etc", "/accounts/%00", "/%zz"})
    void what_the_server_itself_cannot_read_is_refused_without_naming_it(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void a_login_with_a_nul_is_refused_and_breaks_nothing() {
        var answer = house.nobody().post("/sign-in", "/sign-in", "login", "a\0b", "password", "x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select(".trouble").text()).startsWith("The request cannot be read");
    }

    @Test
    void after_signing_in_one_is_where_one_wanted_to_be() {
        accounts.open("t-wanted", "Ada", "", House.PASSWORD, Role.READER);
        var visitor = house.nobody();
        visitor.get("/account");
        var answer = visitor.post("/sign-in", "/sign-in", "login", "t-wanted", "password", House.PASSWORD);
        assertThat(answer.whole().uri().getPath()).isEqualTo("/account");
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AssertionError(told);
        }
    }

    private String raw(String request) throws IOException {
        var address = URI.create(house.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_description_of_the_api_is_for_those_who_may_read() {
        assertThat(house.as(Role.READER).get("/v3/api-docs").status()).isEqualTo(200);
        assertThat(house.withoutRole().get("/v3/api-docs").status()).isEqualTo(403);
        assertThat(house.withoutRole().get("/actuator/health").status()).isEqualTo(200);
    }
}
