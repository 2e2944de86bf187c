package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;

@InTheHouse
class RegistersTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Intake intake;

    @Autowired
    Tokens tokens;

    @Autowired
    Journal journal;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String name = "HAND-" + NUMBER.incrementAndGet();
    private String token = "";
    private Visitor manager;

    @BeforeEach
    void a_manager_and_a_type() {
        manager = house.as(Role.NGI_MANAGER);
        token = tokenOf("t-ngi-manager");
        api("POST", "/api/v1/service-types", "{'name':'org.hand.ce','description':'Compute','reason':'test'}");
        api("POST", "/api/v1/vos", "{'name':'hand.vo','description':'','reason':'test'}");
    }

    private String tokenOf(String login) {
        return tokens.make(
                house.people().named(login).orElseThrow().person(),
                "hand",
                EnumSet.allOf(Right.class),
                Duration.ofDays(1));
    }

    private Answer api(String method, String path, String body) {
        return house.nobody().json(method, path, token, body.replace('\'', '"'));
    }

    private JsonNode told(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return json.readTree(answer.text());
    }

    private long aSite(String called) {
        return told(api("POST", "/api/v1/sites", """
                        {'name':'%s','status':'CERTIFIED','country':'France','timezone':'Europe/Paris',
                         'mail':'grid@hand.example.org','scopes':['EGI'],'properties':{'P4U':'yes'},'reason':'joins us'}
                        """.formatted(called)))
                .path("id")
                .asLong();
    }

    private long aService(String site) {
        return told(api("POST", "/api/v1/services", """
                        {'site':'%s','host':'ce.%s.example.org','type':'org.hand.ce','port':9619,'vos':['hand.vo'],
                         'properties':{'QUEUE':'long'},'reason':'new machine'}
                        """.formatted(site, site)))
                .path("id")
                .asLong();
    }

    private List<String> deeds(String subject) {
        return journal.about(subject).stream().map(Deed::deed).toList();
    }

    @Test
    void a_manager_adds_a_site_and_a_service_on_the_pages_and_the_journal_says_why() {
        var form = manager.get("/registry/sites/new");
        assertThat(form.page().select("select[name=status] option[selected]").val())
                .isEqualTo("CANDIDATE");
        var answer = manager.post(
                "/registry/sites/new",
                "/registry/sites",
                "name",
                name,
                "status",
                "CERTIFIED",
                "ngi",
                "",
                "country",
                "France",
                "timezone",
                "Europe/Paris",
                "production",
                "true",
                "mail",
                "ops@hand.example.org",
                "scopes",
                "EGI wlcg",
                "properties",
                "P4U=yes",
                "reason",
                "they join us");
        assertThat(answer.page().select(".notice").text()).contains(name);
        var site = federation.siteNamed(name).orElseThrow();
        assertThat(manager.get("/sites/" + name).text()).contains("wlcg", "P4U", "they join us");
        assertThat(journal.about("site:" + site.id()))
                .anyMatch(deed -> deed.reason().equals("they join us"));
        var added = manager.post(
                "/registry/services/new?site=" + name,
                "/registry/services",
                "site",
                name,
                "host",
                "CE.Hand.example.org",
                "type",
                "org.hand.ce",
                "port",
                "9619",
                "vos",
                "hand.vo",
                "reason",
                "new machine");
        assertThat(added.page().select("input[name=host]").val()).isEqualTo("ce.hand.example.org");
        assertThat(added.page().select("input[value=hand.vo]").hasAttr("checked"))
                .isTrue();
        assertThat(federation.serviceAt(name, "ce.hand.example.org", "org.hand.ce"))
                .isPresent();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "name, has a space",
        "name, ''",
        "status, FINE",
        "country, Atlantis",
        "timezone, Europe/Pariss",
        "mail, nobody at home",
        "home, no address <here>",
        "properties, no value",
        "reason, ''"
    })
    void what_does_not_fit_is_refused_at_its_field_and_nothing_is_added(String field, String value) {
        var fields = new java.util.TreeMap<>(
                java.util.Map.of("name", name, "status", "CANDIDATE", "country", "France", "reason", "test"));
        fields.put(field, value);
        var sent = fields.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        var page = manager.post("/registry/sites/new", "/registry/sites", sent).page();
        assertThat(page.select("#fault-" + field)).as(page.text()).hasSize(1);
        assertThat(
                        page.select("[name=" + field + "]").hasAttr("value")
                                ? page.select("[name=" + field + "]").val()
                                : value)
                .isEqualTo(value);
        var said = json.createObjectNode();
        fields.forEach((one, text) -> {
            if (!one.equals("properties")) {
                said.put(one, text);
            }
        });
        if (!field.equals("properties")) {
            var answer = house.nobody().json("POST", "/api/v1/sites", token, said.toString());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
        }
        assertThat(federation.siteNamed(name)).isEmpty();
    }

    @Test
    void a_name_is_given_once_and_a_site_that_is_renamed_is_found_by_its_former_name() {
        aSite(name);
        var twice = api("POST", "/api/v1/sites", "{'name':'%s','reason':'again'}".formatted(name));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("registry-name-taken");
        told(api("PATCH", "/api/v1/sites/" + name, "{'name':'%s-NEW','reason':'merger'}".formatted(name)));
        assertThat(federation.siteNamed(name).orElseThrow().name()).isEqualTo(name + "-NEW");
    }

    @Test
    void who_answers_for_a_site_changes_it_but_neither_certifies_nor_moves_nor_adds_one() {
        var site = aSite(name);
        aSite(name + "-OTHER");
        house.over(Role.SITE_ADMINISTRATOR, site);
        var everything = token;
        token = tokenOf("t-site-administrator-" + site);
        told(api("PATCH", "/api/v1/sites/" + name, "{'phone':'+33 1 00','reason':'new number'}"));
        assertThat(deeds("site:" + site)).contains("registry.deed.site-changed");
        var before = journal.about("site:" + site).size();
        told(api("PATCH", "/api/v1/sites/" + name, "{'phone':'+33 1 00'}"));
        assertThat(journal.about("site:" + site)).as("nothing changed").hasSize(before);
        for (var refused : new String[][] {
            {"PATCH", "/api/v1/sites/" + name, "{'status':'SUSPENDED','reason':'x'}"},
            {"POST", "/api/v1/sites/" + name + "/close", "{'reason':'x'}"},
            {"POST", "/api/v1/sites", "{'name':'" + name + "-MORE','reason':'x'}"},
            {"PATCH", "/api/v1/sites/" + name + "-OTHER", "{'phone':'1','reason':'x'}"},
            {"POST", "/api/v1/services", "{'site':'" + name + "-OTHER','host':'a.b','type':'org.hand.ce','reason':'x'}"
            },
            {"POST", "/api/v1/vos", "{'name':'mine','reason':'x'}"},
            {"GET", "/api/v1/sites/" + name + "-OTHER/contacts", ""}
        }) {
            assertThat(api(refused[0], refused[1], refused[2]).status())
                    .as(refused[0] + " " + refused[1] + " " + refused[2])
                    .isEqualTo(403);
        }
        token = everything;
    }

    @Test
    void a_suspended_site_is_looked_at_again_before_it_is_certified() {
        aSite(name);
        told(api("PATCH", "/api/v1/sites/" + name, "{'status':'SUSPENDED','reason':'no answer'}"));
        var forbidden = api("PATCH", "/api/v1/sites/" + name, "{'status':'CERTIFIED','reason':'they answered'}");
        assertThat(forbidden.status()).isEqualTo(422);
        assertThat(forbidden.text()).contains("SUSPENDED", "CERTIFIED", "\"field\":\"status\"");
        assertThat(api("PATCH", "/api/v1/sites/" + name, "{'status':'UNCERTIFIED'}")
                        .text())
                .contains("\"field\":\"reason\"");
        told(api("PATCH", "/api/v1/sites/" + name, "{'status':'UNCERTIFIED','reason':'they answered'}"));
        told(api("PATCH", "/api/v1/sites/" + name, "{'status':'CERTIFIED','phone':'+33 2','reason':'tests are OK'}"));
        assertThat(federation.siteNamed(name).orElseThrow().status()).isEqualTo(CertificationStatus.CERTIFIED);
        told(api("POST", "/api/v1/sites/" + name + "/close", "{'reason':'the end'}"));
        assertThat(federation.siteNamed(name).orElseThrow().status()).isEqualTo(CertificationStatus.CLOSED);
        assertThat(api("PATCH", "/api/v1/sites/" + name, "{'status':'CERTIFIED','reason':'back'}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_service_that_is_closed_keeps_its_number_and_comes_back_under_it() {
        aSite(name);
        var service = aService(name);
        assertThat(told(api("GET", "/api/v1/services/" + service, "")).toString())
                .contains("\"QUEUE\":\"long\"", "hand.vo", "\"port\":9619");
        assertThat(api("POST", "/api/v1/services/" + service + "/close", "{}").text())
                .contains("\"field\":\"reason\"");
        var closed = told(api("POST", "/api/v1/services/" + service + "/close", "{'reason':'retired'}"));
        assertThat(closed.path("closed").asBoolean()).isTrue();
        assertThat(federation.services(federation.siteNamed(name).orElseThrow().id()))
                .isEmpty();
        assertThat(manager.get("/services/" + service).status()).isEqualTo(200);
        assertThat(api("PATCH", "/api/v1/services/" + service, "{'port':1,'reason':'x'}")
                        .status())
                .isEqualTo(409);
        assertThat(aService(name)).isEqualTo(service);
        var twice = api("POST", "/api/v1/services", """
                {'site':'%s','host':'ce.%s.example.org','type':'org.hand.ce','reason':'again'}
                """.formatted(name, name));
        assertThat(twice.text()).contains("\"field\":\"host\"");
    }

    @Test
    void what_a_source_owns_is_marked_and_read_only_but_the_vos_of_a_service_belong_to_nobody() {
        intake.apply(
                Actor.HOUSE,
                "goc-" + name,
                new Picture(
                        false,
                        null,
                        List.of(SiteEntry.of(name, "", "ops@hand.example.org")),
                        List.of(ServiceEntry.of(name, "se.hand.example.org", "org.hand.ce", 443, "")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Origins()),
                difference -> true);
        var site = federation.siteNamed(name).orElseThrow();
        var form = manager.get("/registry/sites/" + site.id()).page();
        assertThat(form.select("main form input[name=mail], main form button.primary"))
                .isEmpty();
        assertThat(form.select(".tag").eachText()).contains("goc-" + name);
        var refused = api("PATCH", "/api/v1/sites/" + name, "{'mail':'x@example.org','reason':'x'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("goc-" + name);
        var service = federation.services(site.id()).getFirst();
        var saved = manager.post(
                "/registry/services/" + service.id(),
                "/registry/services/" + service.id(),
                "vos",
                "hand.vo",
                "reason",
                "biomed moved");
        assertThat(saved.page().select("input[value=hand.vo]").hasAttr("checked"))
                .isTrue();
        assertThat(api("PATCH", "/api/v1/services/" + service.id(), "{'port':1,'reason':'x'}")
                        .status())
                .isEqualTo(409);
        assertThat(api("POST", "/api/v1/services/" + service.id() + "/close", "{'reason':'x'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void one_site_is_of_several_laboratories_and_an_institute_may_have_no_site() {
        aSite(name);
        for (var laboratory : List.of("LAL", "LLR")) {
            told(api("POST", "/api/v1/organisations", """
                    {'name':'%s %s','kind':'laboratory','sites':['%s'],'reason':'as in 2013'}
                    """.formatted(laboratory, name, name)));
        }
        var institute = told(api("POST", "/api/v1/organisations", """
                {'name':'IDG %s','kind':'institute','reason':'as in 2013'}""".formatted(name)));
        assertThat(manager.get("/sites/" + name).text()).contains("LAL " + name, "LLR " + name);
        assertThat(api("PATCH", "/api/v1/organisations/" + institute.path("id"), "{'sites':['NOWHERE'],'reason':'x'}")
                        .text())
                .contains("\"field\":\"sites\"");
        told(api("POST", "/api/v1/organisations/" + institute.path("id") + "/close", "{'reason':'it is over'}"));
        assertThat(manager.get("/organisations").text()).doesNotContain("IDG " + name);
        assertThat(manager.get("/registry/organisations?q=IDG").text()).contains("IDG " + name, "closed");
    }

    @Test
    void an_ngi_is_closed_once_no_site_names_it_and_a_type_once_no_service_is_one() {
        var ngi = told(
                api("POST", "/api/v1/ngis", "{'name':'NGI_%s','rodMail':'rod@x.org','reason':'x'}".formatted(name)));
        told(api("POST", "/api/v1/sites", "{'name':'%s','ngi':'NGI_%s','reason':'x'}".formatted(name, name)));
        var close = "/api/v1/ngis/" + ngi.path("id") + "/close";
        assertThat(api("POST", close, "{'reason':'x'}").status()).isEqualTo(409);
        told(api("PATCH", "/api/v1/sites/" + name, "{'ngi':'','reason':'moves'}"));
        assertThat(told(api("POST", close, "{'reason':'x'}")).path("closed").asBoolean())
                .isTrue();
        aService(name);
        var types = told(api("GET", "/api/v1/service-types?size=1000", "")).path("items");
        for (var type : types) {
            if (type.path("name").asString("").equals("org.hand.ce")) {
                assertThat(api("POST", "/api/v1/service-types/" + type.path("id") + "/close", "{'reason':'x'}")
                                .status())
                        .isEqualTo(409);
            }
        }
    }

    @Test
    void two_persons_are_joined_with_all_their_spellings_and_parted_again() {
        var site = aSite(name);
        for (var person : List.of("Salma Idris " + name, "Salma Morel " + name)) {
            told(api("POST", "/api/v1/sites/" + name + "/contacts", """
                    {'role':'Site Administrator','name':'%s','mail':'salma@hand.example.org'}""".formatted(person)));
        }
        told(api("POST", "/api/v1/persons/spellings", """
                {'spelling':'S. Morel %1$s','name':'Salma Morel %1$s','reason':'as she signs'}""".formatted(name)));
        var page = manager.post(
                "/persons",
                "/persons/joins",
                "joined",
                "S. Morel " + name,
                "kept",
                "Salma Idris " + name,
                "reason",
                "married");
        assertThat(page.page()
                        .select("tr:contains(Salma Idris " + name + ")")
                        .first()
                        .text())
                .contains("S. Morel " + name, "Salma Morel " + name);
        assertThat(manager.get("/sites/" + name).text()).doesNotContain("Salma Morel");
        assertThat(manager.post(
                                "/persons",
                                "/persons/joins",
                                "joined",
                                "Nobody X",
                                "kept",
                                "Salma Idris " + name,
                                "reason",
                                "x")
                        .page()
                        .select("#fault-joined"))
                .hasSize(1);
        var undo = page.page().select("form[action$=/undo]").first().attr("action");
        manager.post("/persons", undo, "reason", "two after all");
        assertThat(manager.get("/sites/" + name).text()).contains("Salma Morel " + name);
        assertThat(told(api("GET", "/api/v1/persons", "")).toString())
                .contains("\"name\":\"Salma Morel " + name + "\",\"spellings\":[\"S. Morel " + name + "\"]");
        assertThat(api("POST", "/api/v1" + undo, "{'reason':'again'}").status()).isEqualTo(409);
        assertThat(site).isPositive();
    }

    @Test
    void a_downtime_is_announced_changed_and_ended_over_the_api() {
        aSite(name);
        var service = aService(name);
        var now = house.clock().instant();
        var soon = told(announce(now.plus(Duration.ofHours(2)), now.plus(Duration.ofHours(5)), "" + service));
        assertThat(soon.path("classification").asString("")).isEqualTo("UNSCHEDULED");
        var later = told(announce(
                now.plus(Duration.ofDays(6)), now.plus(Duration.ofDays(7)), "ce." + name + ".example.org org.hand.ce"));
        assertThat(later.path("classification").asString("")).isEqualTo("SCHEDULED");
        var at = "/api/v1/downtimes/" + later.path("id");
        var longer = told(api("PATCH", at, "{'end':'%s'}".formatted(now.plus(Duration.ofDays(8)))));
        assertThat(longer.path("end").asString(""))
                .isEqualTo(now.plus(Duration.ofDays(8)).toString());
        var nearer = told(api("PATCH", at, "{'start':'%s'}".formatted(now.plus(Duration.ofHours(3)))));
        assertThat(nearer.path("classification").asString("")).isEqualTo("UNSCHEDULED");
        assertThat(api("PATCH", at, "{'end':'%s'}".formatted(now.plus(Duration.ofDays(9))))
                        .text())
                .contains("\"field\":\"end\"");
        assertThat(api("PATCH", at, "{'site':'ELSEWHERE'}").text()).contains("\"field\":\"site\"");
        var page = manager.get("/downtimes/" + later.path("id")).page();
        assertThat(page.select("input[name=services][checked]").val()).isEqualTo("" + service);
        var shorter = manager.post(
                "/downtimes/" + later.path("id"),
                "/downtimes/" + later.path("id"),
                "services",
                "" + service,
                "severity",
                "WARNING",
                "start",
                page.select("input[name=start]").val(),
                "end",
                page.select("input[name=start]").val().substring(0, 10) + "T00:00",
                "description",
                "shorter");
        assertThat(shorter.page().select("#fault-end"))
                .as("an end before its start")
                .hasSize(1);
        told(api("POST", at + "/end", ""));
        assertThat(api("POST", at + "/end", "").status()).isEqualTo(409);
        assertThat(api("PATCH", at, "{'description':'too late'}").status()).isEqualTo(409);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            site,        "'site':'NOWHERE'"
            services,    "'services':[]"
            services,    "'services':['ce.nowhere.example.org org.hand.ce']"
            services,    "'services':['999999999']"
            severity,    "'severity':'BAD'"
            start,       "'start':'tomorrow'"
            start,       "'start':'2001-01-01T00:00:00Z','end':'2001-01-02T00:00:00Z'"
            end,         "'end':'2001-01-02T00:00:00Z'"
            end,         "'end':null"
            description, "'description':' '"
            """)
    void a_downtime_that_does_not_fit_is_refused_at_its_field(String field, String wrong) {
        aSite(name);
        var service = aService(name);
        var now = house.clock().instant();
        var said = """
                {'site':'%s','services':['%d'],'severity':'OUTAGE','start':'%s','end':'%s','description':'x',%s}
                """.formatted(name, service, now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)), wrong);
        var answer = api("POST", "/api/v1/downtimes", said);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }

    private Answer announce(Instant start, Instant end, String service) {
        return api("POST", "/api/v1/downtimes", """
                {'site':'%s','services':['%s'],'severity':'OUTAGE','start':'%s','end':'%s','description':'cooling'}
                """.formatted(name, service, start, end));
    }

    @Test
    void the_description_of_the_api_knows_them_all() {
        var text = api("GET", "/v3/api-docs", "").text();
        assertThat(text)
                .contains("/api/v1/ngis", "/api/v1/vos/{id}/close", "/api/v1/organisations/{id}")
                .contains("/api/v1/service-types", "/api/v1/sites/{name}/contacts", "/api/v1/persons/joins/{id}/undo")
                .contains("/api/v1/downtimes/{id}/end", "/api/v1/services/{id}");
    }
}
