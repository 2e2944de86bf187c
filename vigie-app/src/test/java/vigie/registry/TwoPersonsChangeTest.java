package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.Visitor.Answer;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;

/** Ada and Odile have the same entry open, and both save it. */
@InTheHouse
class TwoPersonsChangeTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Intake intake;

    @Autowired
    Tokens tokens;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String name = "TWO-" + NUMBER.incrementAndGet();
    private String token = "";
    private Visitor ada;
    private Visitor odile;

    @BeforeEach
    void two_persons_who_may() {
        ada = house.as(Role.NGI_MANAGER);
        odile = house.as(Role.ADMINISTRATOR);
        token = tokens.make(
                house.people().named("t-administrator").orElseThrow().person(),
                "two",
                EnumSet.allOf(Right.class),
                Duration.ofDays(1));
    }

    private Answer api(String method, String path, String body, String... headers) {
        return house.nobody().json(method, path, token, body.replace('\'', '"'), headers);
    }

    private JsonNode told(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return json.readTree(answer.text());
    }

    private static String tag(Answer answer) {
        return answer.whole().headers().firstValue("ETag").orElseThrow();
    }

    private static String versionOf(Answer page) {
        return page.page().select("main form input[name=version]").getFirst().val();
    }

    private long aSite(String called) {
        return told(api(
                        "POST",
                        "/api/v1/sites",
                        "{'name':'%s','status':'CERTIFIED','reason':'test'}".formatted(called)))
                .path("id")
                .asLong();
    }

    private long aService() {
        api("POST", "/api/v1/service-types", "{'name':'org.two.ce','reason':'test'}");
        return told(api("POST", "/api/v1/services", """
                        {'site':'%s','host':'ce.two.example.org','type':'org.two.ce','port':1,'reason':'test'}
                        """.formatted(name)))
                .path("id")
                .asLong();
    }

    private static Document saved(Visitor who, String path, String version, String... fields) {
        var all = new ArrayList<>(List.of("version", version));
        all.addAll(List.of(fields));
        return who.post(path, path, all.toArray(String[]::new)).page();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ngis,          ngis,          description, One,  Two,  Three",
        "vos,           vos,           description, One,  Two,  Three",
        "service-types, types,         description, One,  Two,  Three",
        "organisations, organisations, town,        Orsay, Lyon, Annecy",
    })
    void the_second_is_told_what_the_first_changed_and_nothing_is_lost(
            String route, String path, String field, String old, String first, String second) {
        var id = told(api(
                        "POST",
                        "/api/v1/" + route,
                        "{'name':'%s','kind':'laboratory','%s':'%s','reason':'test'}".formatted(name, field, old)))
                .path("id")
                .asLong();
        var form = "/registry/" + path + "/" + id;
        var shown = versionOf(ada.get(form));
        var ofOdile = saved(odile, form, versionOf(odile.get(form)), field, first, "reason", "Odile says so");
        assertThat(ofOdile.select(".notice").text()).contains(name);

        var refused = saved(ada, form, shown, field, second, "reason", "Ada says so");

        assertThat(refused.select(".trouble").text())
                .contains(name, "t-administrator", field + ": " + old + " → " + first);
        assertThat(refused.select("[name=" + field + "]").val()).as("typed").isEqualTo(second);
        assertThat(refused.select("[name=reason]").getFirst().val()).isEqualTo("Ada says so");
        assertThat(refused.select(".field:has([name=" + field + "]) .hint").text())
                .as("now")
                .contains(first);
        assertThat(refused.select("table tbody tr").text()).contains("t-administrator", first, "Odile says so");
        assertThat(told(api("GET", "/api/v1/" + route + "/" + id, ""))
                        .path("fields")
                        .path(field)
                        .asString())
                .isEqualTo(first);

        var again = saved(ada, form, versionOf2(refused), field, second, "reason", "I have seen it");
        assertThat(again.select(".notice").text()).contains(name);
        assertThat(again.select("[name=" + field + "]").val()).isEqualTo(second);
        assertThat(again.select("table")).as("nothing is missed any more").isEmpty();
    }

    private static String versionOf2(Document page) {
        return page.select("main form input[name=version]").getFirst().val();
    }

    @Test
    void a_site_and_its_certification_have_one_version() {
        var site = aSite(name);
        var form = "/registry/sites/" + site;
        var shown = versionOf(ada.get(form));
        var shownBesideHistory = versionOf(ada.get("/sites/" + name));
        assertThat(shownBesideHistory).isEqualTo(shown);
        saved(odile, form, shown, "phone", "+33 1", "reason", "new line");

        var refused = ada.post(
                        "/sites/" + name,
                        "/sites/" + site + "/certification",
                        "version",
                        shown,
                        "status",
                        "SUSPENDED",
                        "reason",
                        "no telephone")
                .page();
        assertThat(refused.select(".trouble").text()).contains("t-administrator", "phone");
        assertThat(refused.select("#certification option[selected]").val()).isEqualTo("SUSPENDED");
        assertThat(federation.siteNamed(name).orElseThrow().status()).isEqualTo(CertificationStatus.CERTIFIED);

        told(api("PATCH", "/api/v1/sites/" + name, "{'status':'SUSPENDED','reason':'no answer'}"));
        var late = saved(ada, form, shown, "phone", "+33 2", "reason", "another line");
        assertThat(late.select("table tbody tr")).as("both changes are told").hasSize(2);
        assertThat(late.select("table").text()).contains("CERTIFIED → SUSPENDED", "new line", "no answer");
    }

    @Test
    void the_same_form_sent_twice_is_no_quarrel() {
        var form = "/registry/sites/" + aSite(name);
        var shown = versionOf(ada.get(form));
        for (var time = 0; time < 2; time++) {
            var answer = saved(ada, form, shown, "phone", "+33 1", "reason", "new line");
            assertThat(answer.select(".notice").text()).contains(name);
        }
        assertThat(api("GET", "/api/v1/sites/" + name, "").whole().headers().firstValue("ETag"))
                .as("and was changed once")
                .contains("\"" + versionOf(ada.get(form)) + "\"");
    }

    @Test
    void a_source_that_changes_a_service_meanwhile_is_told_too() {
        var picture = new Object() {
            void says(int port) {
                intake.apply(
                        Actor.HOUSE,
                        "goc-" + name,
                        new Picture(
                                false,
                                null,
                                List.of(SiteEntry.of(name, "", "")),
                                List.of(ServiceEntry.of(name, "se.two.example.org", "org.two.se", port, "")),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Origins()),
                        difference -> true);
            }
        };
        api("POST", "/api/v1/vos", "{'name':'two.vo','reason':'test'}");
        picture.says(443);
        var service = federation
                .services(federation.siteNamed(name).orElseThrow().id())
                .getFirst();
        var form = "/registry/services/" + service.id();
        var shown = versionOf(ada.get(form));
        picture.says(8443);
        var refused = saved(ada, form, shown, "vos", "two.vo", "reason", "they moved");
        assertThat(refused.select("table tbody").text()).contains("port: 443 → 8443", "goc-" + name);
        assertThat(refused.select("input[value=two.vo]").hasAttr("checked")).isTrue();
        saved(ada, form, versionOf2(refused), "vos", "two.vo", "reason", "they moved");
        assertThat(told(api("GET", "/api/v1/services/" + service.id(), ""))
                        .path("vos")
                        .toString())
                .contains("two.vo");
    }

    @Test
    void a_machine_that_names_what_it_saw_changes_nothing_else() {
        aSite(name);
        var path = "/api/v1/services/" + aService();
        var shown = tag(api("GET", path, ""));
        var changed = api("PATCH", path, "{'port':2,'reason':'first'}", "If-Match", shown);
        told(changed);
        assertThat(tag(changed)).isNotEqualTo(shown).isEqualTo(tag(api("GET", path, "")));

        var stale = api("PATCH", path, "{'port':3,'reason':'second'}", "If-Match", shown);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.whole().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(stale.text()).contains("registry-changed-meanwhile", "t-administrator", "port: 1 → 2");
        assertThat(told(api("GET", path, "")).path("port").asInt()).isEqualTo(2);

        var weak = "W/" + tag(changed);
        assertThat(api("PATCH", path, "{'port':3,'reason':'x'}", "If-Match", weak)
                        .status())
                .isEqualTo(412);
        assertThat(api("POST", path + "/close", "{'reason':'x'}", "If-Match", shown)
                        .status())
                .isEqualTo(412);
        told(api("PATCH", path, "{'port':3,'reason':'one of two'}", "If-Match", shown + ", " + tag(changed)));
        told(api("PATCH", path, "{'port':4,'reason':'whatever it is'}", "If-Match", "*"));
        told(api("PATCH", path, "{'port':5,'reason':'as before'}"));
    }

    @Test
    void two_machines_that_change_a_site_at_once_do_not_overwrite_each_other() {
        aSite(name);
        var path = "/api/v1/sites/" + name;
        var shown = tag(api("GET", path, ""));
        var answers = java.util.stream.IntStream.range(0, 6)
                .parallel()
                .mapToObj(one -> api(
                                "PATCH", path, "{'phone':'+33 %d','reason':'race'}".formatted(one), "If-Match", shown)
                        .status())
                .toList();
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void a_downtime_that_was_shortened_is_not_changed_by_who_saw_it_long() {
        aSite(name);
        var service = aService();
        var now = house.clock().instant();
        var made = api("POST", "/api/v1/downtimes", """
                {'site':'%s','services':[%d],'severity':'OUTAGE','start':'%s','end':'%s','description':'works'}
                """.formatted(
                        name, service, now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4))));
        var path = "/api/v1/downtimes/" + told(made).path("id").asLong();
        var page = path.substring("/api/v1".length());
        var shown = versionOf(ada.get(page));
        assertThat(tag(made)).isEqualTo("\"" + shown + "\"");
        told(api("PATCH", path, "{'description':'shorter works'}", "If-Match", tag(made)));

        assertThat(api("PATCH", path, "{'description':'longer'}", "If-Match", tag(made))
                        .status())
                .isEqualTo(412);
        assertThat(api("POST", path + "/end", "", "If-Match", tag(made)).status())
                .isEqualTo(412);
        var form = ada.get(page).page();
        var refused = saved(
                ada,
                page,
                shown,
                "services",
                "" + service,
                "severity",
                "WARNING",
                "start",
                form.select("#start").val(),
                "end",
                form.select("#end").val(),
                "description",
                "only degraded");
        assertThat(refused.select(".trouble").text()).contains("t-administrator", "works → shorter works");
        assertThat(refused.select("#description").val()).isEqualTo("only degraded");
        assertThat(refused.select("main > p, dl").text()).contains("shorter works");
        var again = saved(
                ada,
                page,
                versionOf2(refused),
                "services",
                "" + service,
                "severity",
                "WARNING",
                "start",
                form.select("#start").val(),
                "end",
                form.select("#end").val(),
                "description",
                "only degraded");
        assertThat(again.select(".notice")).hasSize(1);
        assertThat(told(api("GET", path, "")).path("severity").asString()).isEqualTo("WARNING");
    }

    @Test
    void two_machines_that_change_different_fields_of_a_downtime_at_once_are_both_heard() {
        aSite(name);
        var service = aService();
        var now = house.clock().instant();
        var path = "/api/v1/downtimes/"
                + told(api("POST", "/api/v1/downtimes", """
                        {'site':'%s','services':[%d],'severity':'OUTAGE','start':'%s','end':'%s','description':'works'}
                        """.formatted(
                                        name, service, now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4)))))
                        .path("id");
        List.of("{'severity':'WARNING'}", "{'description':'cooling'}").parallelStream()
                .forEach(change -> told(api("PATCH", path, change)));
        var after = told(api("GET", path, ""));
        assertThat(after.path("severity").asString() + " "
                        + after.path("description").asString())
                .isEqualTo("WARNING cooling");
    }
}
