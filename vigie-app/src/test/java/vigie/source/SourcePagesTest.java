package vigie.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Federation;

@InTheHouse
class SourcePagesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Federation federation;

    @Autowired
    SourceTable sources;

    private final String name = "pages-" + NUMBER.incrementAndGet();

    private String token() {
        house.as(Role.ADMINISTRATOR);
        return tokens.make(
                house.people().named("t-administrator").orElseThrow().person(),
                "sources",
                EnumSet.of(Right.MANAGE_SOURCES, Right.READ),
                Duration.ofDays(1));
    }

    @Test
    void a_live_source_is_added_read_dry_and_taken_over_on_its_pages() {
        try (var gocdb = new GocdbDouble().site(1, "PAGES-LIVE", "Certified").site(2, "PAGES-BAD", "Certifed")) {
            var manager = house.as(Role.NGI_MANAGER);
            var page = manager.post(
                    "/sources", "/sources", "kind", "gocdb", "name", name, "url", gocdb.url(), "minutes", "0");
            assertThat(page.page().select(".notice").text()).contains(name);
            var at = page.whole().uri().getPath();
            var shown = manager.post(at, at + "/read", "dry", "true");
            assertThat(shown.page().select("table").first().text()).contains("PAGES-LIVE", "Added");
            assertThat(shown.page().select("table").last().text())
                    .contains("get_site (1), line", "CERTIFICATION_STATUS", "Certifed", "one of");
            assertThat(federation.siteNamed("PAGES-LIVE")).isEmpty();
            var run = shown.whole().uri().getPath();
            assertThat(manager.get(run + "/refused.csv").text()).contains("get_site (1),", ",Certifed,");
            var taken = manager.post(run, run + "/confirm");
            assertThat(taken.page().select("main .state").first().text()).contains("Taken");
            assertThat(federation.siteNamed("PAGES-LIVE")).isPresent();
            assertThat(manager.get("/sources").page().select("main").text()).contains(name);
            assertThat(manager.get(at).page().select("table").text()).contains("Shown");
        }
    }

    @Test
    void a_command_adds_a_source_and_the_clock_reads_it() {
        try (var gocdb = new GocdbDouble().site(1, "PAGES-API", "Certified")) {
            var added = house.nobody()
                    .json(
                            "POST",
                            "/api/v1/sources",
                            token(),
                            "{\"kind\":\"gocdb\",\"name\":\"%s\",\"url\":\"%s\",\"every\":\"PT10M\"}"
                                    .formatted(name, gocdb.url()));
            assertThat(added.status()).isEqualTo(201);
            assertThat(added.text()).contains("\"every\":\"PT10M\"");
            house.settle();
            assertThat(federation.siteNamed("PAGES-API")).isPresent();
            var id = sources.all().stream()
                    .filter(source -> source.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
            sources.setEvery(id, Duration.ZERO, house.clock().instant());
            var all = house.nobody().json("GET", "/api/v1/sources/" + id, token(), "");
            assertThat(all.text()).contains("\"outcome\":\"TAKEN\"").contains("\"added\":1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # asked                                                          | status | field
            {"kind":"ldap","url":"https://x.example.org"}                    | 422    | kind
            {"kind":"gocdb","name":"Ä","url":"https://x.example.org"}        | 422    | name
            {"kind":"gocdb","name":"vigie","url":"https://x.example.org"}    | 422    | name
            {"kind":"gocdb","name":"n1","url":"ftp://x.example.org"}         | 422    | url
            {"kind":"gocdb","name":"n1","url":"https://a:b@x.example.org"}   | 422    | url
            {"kind":"gocdb","name":"n1","url":"file:///etc/passwd"}          | 422    | url
            {"kind":"gocdb","name":"n1","url":"http://x.example.org","credential":"t"} | 422 | url
            {"kind":"gocdb","name":"n1","url":"https://x.example.org","credential":"../db/password"} | 422 | credential
            {"kind":"gocdb","name":"n1","url":"https://x.example.org","credential":"none"} | 422 | credential
            {"kind":"gocdb","name":"n1","url":"https://x.example.org","every":"PT1S"} | 422 | every
            {"kind":"gocdb","name":"n1","url":"https://x.example.org","every":"soon"} | 422 | every
            """)
    void a_source_that_will_not_do_is_refused_at_its_field(String asked, int status, String field) {
        var answer = house.nobody().json("POST", "/api/v1/sources", token(), asked);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.whole().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void a_table_is_handed_in_and_its_bad_rows_come_back() {
        var added = house.nobody()
                .json("POST", "/api/v1/sources", token(), "{\"kind\":\"files\",\"name\":\"%s\"}".formatted(name));
        var at = added.whole().headers().firstValue("Location").orElseThrow();
        var table = "name,status\nPAGES-CSV,CERTIFIED\nbad name,CERTIFIED\n=1+1,CERTIFIED\n";
        var taken =
                house.nobody().json("POST", at + "/files?name=sites.csv", token(), table, "Content-Type", "text/csv");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text())
                .contains("\"outcome\":\"TAKEN\"")
                .contains("\"refused\":2")
                .contains("bad name");
        assertThat(federation.siteNamed("PAGES-CSV")).isPresent();
        var run = URI.create(at).getPath() + "/runs/" + taken.text().replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
        assertThat(house.nobody().json("GET", run + "/refused.csv", token(), "").text())
                .contains("sites.csv,3,site bad name,name,bad name,")
                .contains(",'=1+1,");
        var wrong =
                house.nobody().json("POST", at + "/files?name=sites.csv", token(), "a,b\n", "Content-Type", "text/csv");
        assertThat(wrong.text()).contains("\"outcome\":\"FAILED\"").contains("do not tell");
    }

    @Test
    void a_file_is_handed_in_on_the_page() {
        var manager = house.as(Role.NGI_MANAGER);
        var at = manager.post("/sources", "/sources", "kind", "files", "name", name)
                .whole()
                .uri()
                .getPath();
        assertThat(manager.get(at).page().select("form[enctype] input[type=file]"))
                .hasSize(1);
        var body = "--cut\r\nContent-Disposition: form-data; name=\"dry\"\r\n\r\ntrue\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sites.csv\"\r\n\r\n"
                + "name,status\nPAGES-UPLOAD,CERTIFIED\n\r\n--cut--\r\n";
        var shown = manager.ask("POST", at + "/file", "multipart/form-data; boundary=cut", body);
        assertThat(shown.page().select("table").first().text()).contains("PAGES-UPLOAD", "Added");
        assertThat(federation.siteNamed("PAGES-UPLOAD")).isEmpty();
        var run = shown.whole().uri().getPath();
        manager.post(run, run + "/confirm");
        assertThat(federation.siteNamed("PAGES-UPLOAD")).isPresent();
        assertThat(manager.post(at, at + "/read").page().select(".trouble").text())
                .contains("not read live");
    }

    @Test
    void who_may_not_manage_sources_sees_none() {
        assertThat(house.as(Role.DUTY_OPERATOR).get("/sources").status()).isEqualTo(403);
        assertThat(house.as(Role.ADMINISTRATOR).get("/sources/999999").status()).isEqualTo(404);
    }
}
