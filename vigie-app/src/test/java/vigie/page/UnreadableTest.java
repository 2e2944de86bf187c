package vigie.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;

/** What is said to one whose request cannot be read: where, and what was expected. */
@InTheHouse
class UnreadableTest {
    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Registrar registrar;

    private String bearer = "";

    @BeforeEach
    void somebody_with_a_token() {
        house.as(Role.ADMINISTRATOR);
        var person = house.people().named("t-administrator").orElseThrow().person();
        bearer = tokens.make(person, "unreadable", Set.of(Right.values()), Duration.ofHours(1));
    }

    private Visitor.Answer sent(String path, byte[] body) {
        return house.nobody()
                .send("POST", path, body, "Content-Type", "application/json", "Authorization", "Bearer " + bearer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # body                              | status | said
            {"text": "cut                       | 400    | line 1, column
            [1, 2]                              | 400    | a JSON object
            null                                | 400    | a JSON object
            {"text": {"deep": 1}}               | 400    | Field text in line 1
            {"text": "NUL \\u0000 in it"}       | 422    | null character
            {"text": ""}                        | 422    | 0 characters
            """)
    void json_is_refused_where_it_stops_making_sense(String body, int status, String said) {
        var answer = sent("/api/v1/tickets/" + ticket() + "/reply", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(said);
        assertThat(answer.whole().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void another_encoding_is_refused_and_utf_16_is_understood_or_refused_in_words() {
        var path = "/api/v1/tickets/" + ticket() + "/reply";
        var latin = sent(path, "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.status()).as(latin.text()).isEqualTo(400);
        assertThat(latin.text()).contains("line 1");
        assertThat(sent(path, "\ufeff{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16BE))
                        .status())
                .isIn(200, 400);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_with_the_limit_whether_its_length_is_told_or_not() throws Exception {
        var path = "/api/v1/tickets/" + ticket() + "/reply";
        var told = sent(path, new byte[2 * MEBIBYTE]);
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.text()).contains("1 MiB");
        var body = ("{\"text\":\"" + "x".repeat(2 * MEBIBYTE)).getBytes(StandardCharsets.UTF_8);
        var untold = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(house.url() + path))
                                .header("Authorization", "Bearer " + bearer)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(untold.statusCode()).as(untold.body()).isEqualTo(413);
        assertThat(untold.body()).contains("1 MiB");
    }

    @Test
    void results_beyond_their_limit_are_refused_with_the_limit() {
        var answer = sent("/api/v1/results", " ".repeat(65 * MEBIBYTE).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("64 MiB");
    }

    @Test
    void a_form_beyond_the_limit_and_one_in_another_encoding_are_answered_by_a_page() {
        var admin = house.as(Role.ADMINISTRATOR);
        var large = form(admin, "text=" + "x".repeat(3 * MEBIBYTE));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.page().select("[role=alert]").text()).contains("larger than what is read");
        var other = form(admin, "text=caf%e9");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.page().select("[role=alert]").text()).isNotBlank();
    }

    @Test
    void a_referer_that_is_no_address_is_no_trouble() {
        var answer = house.as(Role.ADMINISTRATOR)
                .send(
                        "POST",
                        "/tickets/999999999/reply",
                        "text=x".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-CSRF-TOKEN",
                        house.as(Role.ADMINISTRATOR).formToken(),
                        "Referer",
                        "http://[no address^");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select("[role=alert]").text()).contains("999999999");
    }

    @Test
    void what_reaches_no_room_is_answered_in_words_and_in_the_form_that_was_asked_for() throws Exception {
        assertThat(raw("GET /api/v1/sites/a%00b HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "This address cannot be read");
        assertThat(raw("GET /sites/a%2Fb HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("text/html", "role=\"alert\"", "adresse est illisible");
        assertThat(raw("GARBAGE")).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat");
        assertThat(raw("GET /%zz HTTP/1.1")).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat");
    }

    private Visitor.Answer form(Visitor visitor, String body) {
        return visitor.send(
                "POST",
                "/tickets/" + ticket() + "/reply",
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept-Language",
                "en",
                "X-CSRF-TOKEN",
                visitor.formToken());
    }

    /** What comes back to a request that no client library would send. */
    private String raw(String line) throws IOException {
        var port = URI.create(house.url()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long ticket() {
        var site = registrar.add(
                Actor.HOUSE,
                SiteEntry.of("UNREADABLE-" + java.util.UUID.randomUUID(), "NGI_FRANCE", "grid@unreadable.example"),
                "a test");
        return house.sql()
                .sql("""
                insert into ticket.ticket (site, subject, state, priority, language, opened, opened_by, response_due,
                                           response_rule, last_progress, last_actor, form_key)
                values (:site, 'unreadable', 'ASSIGNED', 'URGENT', 'en', now(), 'ada', now(), '', now(), 'ada',
                        gen_random_uuid()::text) returning id
                """)
                .param("site", site.value())
                .query(Long.class)
                .single();
    }
}
