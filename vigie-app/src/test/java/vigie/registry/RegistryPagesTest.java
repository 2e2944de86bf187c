package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.agenda.AgendaSection;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.OrganisationEntry;
import vigie.registry.Picture.PersonEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.VoEntry;
import vigie.words.Words;

@InTheHouse
class RegistryPagesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Registrar registrar;

    @Autowired
    Intake intake;

    @Autowired
    Tokens tokens;

    @Autowired
    List<AgendaSection> sections;

    private final String name = "GRIF-" + NUMBER.incrementAndGet();
    private SiteId site;
    private ServiceId service;

    @BeforeEach
    void a_site_with_a_service() {
        site = registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", "ops@grif.example.org"), "test");
        service = registrar.add(
                Actor.HOUSE, ServiceEntry.of(name, "ce." + name + ".example.org", "webdav", 443, ""), "test");
    }

    private String page() {
        return "/sites/" + name;
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, PARIS).withSecond(0).withNano(0).toString();
    }

    private static Picture shared(List<OrganisationEntry> organisations, List<VoEntry> vos, List<PersonEntry> persons) {
        return new Picture(false, null, null, null, null, null, null, organisations, vos, null, persons, new Origins());
    }

    @Test
    void organisations_are_no_sites_and_may_take_part_in_several_or_none() {
        registrar.add(Actor.HOUSE, SiteEntry.of(name + "-B", "NGI_FRANCE", ""), "test");
        var picture = shared(
                List.of(
                        new OrganisationEntry(
                                "LAL " + name, "Linear accelerator", "laboratory", "Orsay", List.of(name)),
                        new OrganisationEntry("LLR " + name, "", "laboratory", "", List.of(name, name + "-B")),
                        new OrganisationEntry("IDG " + name, "", "institute", "", List.of())),
                List.of(new VoEntry("vo-" + name, "", List.of(name))),
                List.of(new PersonEntry("O. Martin " + name, "Odile Martin")));
        intake.apply(Actor.HOUSE, "shared", picture, difference -> true);
        assertThat(intake.compare("other", picture).changes())
                .as("known already, also from elsewhere")
                .isEmpty();
        var reader = house.as(Role.READER);
        assertThat(reader.get(page()).page().select("dl.facts").text()).contains("LAL " + name, "LLR " + name);
        assertThat(reader.get("/organisations").page().select("main").text()).contains("IDG " + name);
        assertThat(reader.get("/services?vo=vo-" + name).page().select("th a").eachText())
                .containsExactly("ce." + name + ".example.org");
        house.as(Role.ADMINISTRATOR)
                .post(page(), "/sites/" + site + "/contacts", "name", "O. Martin " + name, "role", "Security");
        assertThat(house.as(Role.ADMINISTRATOR).get(page()).text())
                .contains("Odile Martin")
                .doesNotContain("O. Martin");
    }

    @Test
    void contacts_are_seen_by_who_may_and_changed_by_the_administrator_of_the_site() {
        var own = house.over(Role.SITE_ADMINISTRATOR, site.value());
        var answer = own.post(
                page(),
                "/sites/" + site + "/contacts",
                "name",
                "Maud Exemple",
                "role",
                "Site Administrator",
                "mail",
                "maud@grif.example.org",
                "phone",
                "");
        assertThat(answer.page().select(".notice").text()).contains("Maud Exemple");
        assertThat(own.get(page()).text()).contains("maud@grif.example.org");
        assertThat(house.as(Role.READER).get(page()).text()).doesNotContain("maud@grif", "ops@grif");
        assertThat(federation.mailOf(site, "site administrator")).containsExactly("maud@grif.example.org");

        var other = registrar.add(Actor.HOUSE, SiteEntry.of(name + "-OTHER", "NGI_FRANCE", ""), "test");
        var stranger = house.over(Role.SITE_ADMINISTRATOR, other.value());
        assertThat(stranger.get(page()).text()).doesNotContain("maud@grif.example.org");
        assertThat(stranger.post(page(), "/sites/" + site + "/contacts", "name", "X", "role", "Y")
                        .status())
                .isEqualTo(403);
        var remove = own.get(page()).page().select("form[action$=/remove]").attr("action");
        assertThat(stranger.post("/sites/" + name + "-OTHER", remove).status()).isEqualTo(403);
        assertThat(stranger.post(
                                "/sites/" + name + "-OTHER",
                                remove.replace("/sites/" + site + "/", "/sites/" + other + "/"))
                        .text())
                .as("a contact of another site, by way of one's own")
                .contains("has no contact");
        assertThat(own.post(page(), remove).page().select(".notice").text()).contains("removed");
        assertThat(federation.mailOf(site, "site administrator")).containsExactly("ops@grif.example.org");
    }

    @Test
    void a_bad_contact_is_refused_at_its_field_and_what_was_typed_stays() {
        var page = house.as(Role.NGI_MANAGER)
                .post(page(), "/sites/" + site + "/contacts", "name", "Luc", "role", "Security", "mail", "luc at home")
                .page();
        assertThat(page.select("#fault-mail").text()).contains("luc at home", "name@domain");
        assertThat(page.select("#contact-name").val()).isEqualTo("Luc");
    }

    @Test
    void certification_is_changed_with_a_reason_and_comes_to_the_agenda() {
        var before = house.clock().instant();
        var manager = house.as(Role.NGI_MANAGER);
        assertThat(manager.post(page(), "/sites/" + site + "/certification", "status", "SUSPENDED", "reason", "")
                        .page()
                        .select("#fault-reason")
                        .text())
                .contains("empty");
        manager.post(
                page(), "/sites/" + site + "/certification", "status", "SUSPENDED", "reason", "no answer for a month");
        assertThat(federation.site(site).orElseThrow().status()).isEqualTo(CertificationStatus.SUSPENDED);
        assertThat(house.as(Role.READER).get(page()).page().select(".timeline").text())
                .contains("Suspended", "no answer for a month");
        var section = section("registry.agenda.status");
        assertThat(section.lines(before, house.clock().instant().plusSeconds(1)))
                .anyMatch(line -> line.key().equals("registry.agenda.status.SUSPENDED")
                        && line.arguments().contains(name));
        assertThat(house.over(Role.SITE_ADMINISTRATOR, site.value())
                        .post(page(), "/sites/" + site + "/certification", "status", "CERTIFIED", "reason", "x")
                        .status())
                .as("nobody certifies their own site")
                .isEqualTo(403);
    }

    private AgendaSection section(String key) {
        return sections.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_downtime_is_announced_on_its_page_and_ended() {
        var own = house.over(Role.SITE_ADMINISTRATOR, site.value());
        var form = own.get("/downtimes/announce?site=" + name).page();
        assertThat(form.select("input[name=services]").val()).isEqualTo(service.toString());
        var now = house.clock().instant();
        var answer = own.post(
                "/downtimes/announce?site=" + name,
                "/downtimes",
                "site",
                name,
                "services",
                service.toString(),
                "severity",
                "OUTAGE",
                "start",
                local(now.plus(Duration.ofDays(5))),
                "end",
                local(now.plus(Duration.ofDays(6))),
                "description",
                "New cooling of " + name);
        assertThat(answer.page().select(".notice").text()).contains(name);
        assertThat(answer.page().select("table").get(1).text()).contains("New cooling of " + name, "scheduled");
        assertThat(section("registry.agenda.downtimes").lines(now, now))
                .anyMatch(line ->
                        line.key().endsWith("OUTAGE") && line.arguments().contains("New cooling of " + name));
        assertThat(federation.inDowntime(service, now.plus(Duration.ofDays(5)).plus(Duration.ofHours(1))))
                .isTrue();
        var end = answer.page()
                .select("tr:contains(New cooling of " + name + ") form")
                .attr("action");
        var other = registrar.add(Actor.HOUSE, SiteEntry.of(name + "-OTHER2", "NGI_FRANCE", ""), "test");
        assertThat(house.over(Role.SITE_ADMINISTRATOR, other.value())
                        .post("/downtimes", end)
                        .status())
                .isEqualTo(403);
        own.post("/downtimes", end);
        assertThat(federation.inDowntime(service, now.plus(Duration.ofDays(5)).plus(Duration.ofHours(1))))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
            # start in hours, end in hours, services, refused at
            24,  12, yes, end
            24,  24, yes, end
            -49,  2, yes, start
            24,  48, no,  services
            """)
    void a_downtime_against_the_rules_is_refused(int start, int end, String services, String field) {
        var now = house.clock().instant();
        var page = house.as(Role.NGI_MANAGER)
                .post(
                        "/downtimes/announce?site=" + name,
                        "/downtimes",
                        "site",
                        name,
                        "services",
                        services.equals("yes") ? service.toString() : "",
                        "severity",
                        "OUTAGE",
                        "start",
                        local(now.plus(Duration.ofHours(start))),
                        "end",
                        local(now.plus(Duration.ofHours(end))),
                        "description",
                        "x")
                .page();
        assertThat(page.select("#fault-" + field)).hasSize(1);
    }

    @Test
    void the_api_tells_the_registry_page_by_page_and_refuses_in_words() {
        house.as(Role.READER);
        var token = tokens.make(
                house.people().named("t-reader").orElseThrow().person(),
                "registry",
                EnumSet.of(Right.READ),
                Duration.ofDays(1));
        var visitor = house.nobody();
        assertThat(visitor.json("GET", "/api/v1/sites/" + name, token, "").text())
                .contains("\"status\":\"CERTIFIED\"")
                .contains("ce." + name + ".example.org")
                .doesNotContain("ops@grif");
        assertThat(visitor.json("GET", "/api/v1/services?site=" + name, token, "")
                        .text())
                .contains("\"total\":1");
        assertThat(visitor.json("GET", "/api/v1/sites?size=1&page=2", token, "").text())
                .contains("\"page\":2");
        assertThat(visitor.json("GET", "/api/v1/downtimes", token, "").status()).isEqualTo(200);
        assertThat(visitor.json("GET", "/api/v1/organisations", token, "").status())
                .isEqualTo(200);
        var unknown = visitor.json("GET", "/api/v1/sites/NOWHERE", token, "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("/problems/registry-unknown-site");
        assertThat(visitor.json("GET", "/api/v1/sites?size=100000", token, "").status())
                .isEqualTo(422);
        assertThat(visitor.json("GET", "/api/v1/downtimes?from=yesterday", token, "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_pages_of_services_and_of_what_is_not_there() {
        var reader = house.as(Role.READER);
        assertThat(reader.get("/services/" + service).page().select("dl.facts").text())
                .contains(name, "443");
        assertThat(reader.get("/services?q=" + name.toLowerCase(java.util.Locale.ROOT))
                        .page()
                        .select("th a"))
                .hasSize(1);
        assertThat(reader.get("/services?page=99999").status()).isEqualTo(200);
        assertThat(reader.get("/services/999999999").status()).isEqualTo(404);
        assertThat(reader.get("/sites/NOWHERE").status()).isEqualTo(404);
        assertThat(reader.get("/downtimes").status()).isEqualTo(200);
        assertThat(reader.get("/sites?status=CERTIFIED&q=" + name)
                        .page()
                        .select("th a")
                        .eachText())
                .contains(name);
    }

    @Test
    void a_taking_over_that_breaks_in_the_middle_leaves_the_old_state_whole() {
        var edition = federation.edition();
        var picture = new Picture(
                true,
                null,
                List.of(SiteEntry.of(name + "-HALF", "NGI_FRANCE", "")),
                List.of(ServiceEntry.of(name + "-HALF", "ce.half.example.org", "webdav", null, "")),
                List.of(new ContactEntry("", name + "-HALF", "Security", "a name that no database takes: \0", "", "")),
                null,
                null,
                null,
                null,
                null,
                null,
                new Origins());
        assertThatThrownBy(() -> intake.apply(Actor.HOUSE, "half-" + name, picture, difference -> true))
                .isInstanceOf(DataAccessException.class);
        assertThat(federation.siteNamed(name + "-HALF")).isEmpty();
        assertThat(federation.edition()).isEqualTo(edition);
    }

    @Test
    void what_is_kept_by_hand_passes_to_the_source_that_comes_to_know_it() {
        var picture = new Picture(
                true,
                null,
                List.of(SiteEntry.of(name, "NGI_FRANCE", "ops@grif.example.org")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Origins());
        var difference = intake.apply(Actor.HOUSE, "own-" + NUMBER.get(), picture, found -> true);
        assertThat(difference.changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(change.fields().getFirst().name()).isEqualTo("source"));
        assertThat(federation.site(site).orElseThrow().source()).startsWith("own-");
        var answer = house.as(Role.NGI_MANAGER)
                .post(page(), "/sites/" + site + "/certification", "status", "CLOSED", "reason", "x");
        assertThat(answer.page().select(".trouble").text()).contains("belongs to the source");
        assertThat(Words.FRENCH.say("registry.agenda.downtimes.empty")).isEqualTo("Pas d'arrêt annoncé");
    }
}
