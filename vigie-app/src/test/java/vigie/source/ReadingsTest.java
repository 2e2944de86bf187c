package vigie.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.Site;
import vigie.source.Run.Outcome;
import vigie.time.Interval;
import vigie.words.Words;

@InTheHouse
class ReadingsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Readings readings;

    @Autowired
    SourceTable sources;

    @Autowired
    RunTable runs;

    @Autowired
    Journal journal;

    private final int number = NUMBER.incrementAndGet();
    private final String one = "READ-" + number + "-A";
    private final String two = "READ-" + number + "-B";
    private GocdbDouble gocdb;
    private Source source;

    @BeforeEach
    void a_registry_of_two_sites() {
        var now = house.clock().instant();
        gocdb = new GocdbDouble()
                .ngi(3, "NGI-" + one)
                .site(1, one, "Certified")
                .site(2, two, "Candidate")
                .service(10, one, "ce.a.example.org", "webdav", "https://ce.a.example.org/")
                .service(11, one, "se.a.example.org", "XRootD", "root://se.a.example.org")
                .service(12, two, "ce.b.example.org", "webdav", "ce.b.example.org:8443/x")
                .service(13, two, "se.b.example.org", "XRootD", "")
                .contacts(1, one, "Site Administrator:Ada:Exemple", "Site Security Officer:Odile:Exemple")
                .downtime(
                        5,
                        one,
                        "OUTAGE",
                        now.plus(Duration.ofDays(3)),
                        now.plus(Duration.ofDays(4)),
                        "ce.a.example.org webdav",
                        "se.a.example.org XRootD");
        source = source("");
    }

    @AfterEach
    void the_registry_goes() {
        gocdb.close();
    }

    private Source source(String credential) {
        var id = sources.add(
                "reading-" + number + "-" + NUMBER.incrementAndGet(),
                Source.Kind.GOCDB,
                gocdb.url(),
                "",
                "",
                credential,
                Duration.ZERO,
                house.clock().instant());
        return sources.find(id).orElseThrow();
    }

    private Run read() {
        return runs.find(source.id(), readings.read(Actor.HOUSE, source, false, false))
                .orElseThrow();
    }

    private Site site(String name) {
        return federation.siteNamed(name).orElseThrow();
    }

    @Test
    void a_first_reading_brings_everything_and_a_second_nothing() {
        gocdb.pages(1);
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(site(one).status()).isEqualTo(CertificationStatus.CERTIFIED);
        assertThat(site(one).source()).isEqualTo(source.name());
        assertThat(site(one).officialName()).isEqualTo("Centre & calcul");
        assertThat(federation.services(site(one).id()))
                .extracting(Service::host, Service::port)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ce.a.example.org", 443),
                        org.assertj.core.groups.Tuple.tuple("se.a.example.org", 1094));
        assertThat(federation.mailOf(site(one).id(), "Site Security Officer"))
                .containsExactly("odile@site.example.org");
        var now = house.clock().instant();
        assertThat(federation.downtimes(new Interval(now, now.plus(Duration.ofDays(10)))))
                .filteredOn(downtime -> downtime.site().equals(site(one).id()))
                .singleElement()
                .satisfies(downtime -> assertThat(downtime.services()).hasSize(2));
        var edition = federation.edition();
        assertThat(read().outcome()).isEqualTo(Outcome.NOTHING_NEW);
        assertThat(federation.edition()).isEqualTo(edition);
    }

    @Test
    void a_changed_status_is_reported_journaled_and_told() {
        read();
        gocdb.site(2, two, "Certified");
        house.advance(Duration.ofMinutes(1));
        var run = read();
        assertThat(runs.findings(run.id()).changes()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo(two);
            assertThat(change.fields().getFirst().name()).isEqualTo("status: CANDIDATE → CERTIFIED");
        });
        assertThat(journal.about("site:" + site(two).id()))
                .first()
                .extracting(Deed::deed, Deed::after)
                .containsExactly("registry.deed.site-changed", "status: CERTIFIED");
        var now = house.clock().instant();
        assertThat(federation.statusChanges(now, now.plusSeconds(1)))
                .anyMatch(change -> change.siteName().equals(two) && change.before() == CertificationStatus.CANDIDATE);
    }

    @Test
    void a_site_keeps_its_number_when_it_changes_its_name() {
        read();
        var id = site(one).id();
        gocdb.site(1, one + "-NEW", "Certified")
                .service(10, one + "-NEW", "ce.a.example.org", "webdav", "https://ce.a.example.org/")
                .service(11, one + "-NEW", "se.a.example.org", "XRootD", "root://se.a.example.org")
                .contacts(1, one + "-NEW", "Site Administrator:Ada:Exemple", "Site Security Officer:Odile:Exemple")
                .forget("get_downtime", 5);
        var run = read();
        assertThat(run.outcome()).isEqualTo(Outcome.HELD);
        run = runs.find(source.id(), readings.confirm(Actor.HOUSE, source, run)).orElseThrow();
        assertThat(run.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(runs.findings(run.id()).changes()).hasSize(2);
        assertThat(site(one + "-NEW").id()).isEqualTo(id);
        assertThat(site(one).id()).as("found by its former name").isEqualTo(id);
        assertThat(federation.services(id)).hasSize(2);
    }

    @Test
    void two_sites_may_exchange_their_names() {
        read();
        var first = site(one).id();
        gocdb.site(1, two, "Certified").site(2, one, "Candidate");
        gocdb.service(10, two, "ce.a.example.org", "webdav", "https://ce.a.example.org/")
                .service(11, two, "se.a.example.org", "XRootD", "root://se.a.example.org")
                .service(12, one, "ce.b.example.org", "webdav", "ce.b.example.org:8443/x")
                .service(13, one, "se.b.example.org", "XRootD", "")
                .contacts(1, two, "Site Administrator:Ada:Exemple", "Site Security Officer:Odile:Exemple")
                .downtime(
                        5,
                        two,
                        "OUTAGE",
                        house.clock().instant().plus(Duration.ofDays(3)),
                        house.clock().instant().plus(Duration.ofDays(4)),
                        "ce.a.example.org webdav",
                        "se.a.example.org XRootD");
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(site(two).id()).isEqualTo(first);
        assertThat(federation.services(first)).extracting(Service::host).contains("ce.a.example.org");
    }

    @Test
    void more_than_thirty_percent_is_not_removed_until_somebody_says_yes() {
        read();
        gocdb.forget("get_service", 12).forget("get_service", 13);
        var held = read();
        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(federation.services(site(two).id())).hasSize(2);
        gocdb.forget("get_service", 11);
        var more = readings.confirm(Actor.HOUSE, source, held);
        assertThat(runs.find(source.id(), more).orElseThrow().outcome())
                .as("what was confirmed is not what would be removed now")
                .isEqualTo(Outcome.HELD);
        gocdb.service(11, one, "se.a.example.org", "XRootD", "root://se.a.example.org");
        var taken = readings.confirm(Actor.HOUSE, source, held);
        assertThat(runs.find(source.id(), taken).orElseThrow().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(federation.services(site(two).id())).isEmpty();
        assertThatThrownBy(() -> readings.confirm(
                        Actor.HOUSE, source, runs.find(source.id(), taken).orElseThrow()))
                .hasMessageContaining("does not wait");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the answer of get_service                                 | what is said
            No valid identifier found.                                  | does not answer in XML
            <results><error>x</error>                                   | whole document
            <error>Unsupported parameter: foo</error>                   | Unsupported parameter: foo
            <results><meta><count>3</count></meta></results>            | announces 3 entries
            <results><meta><link rel="next" href="x?next_cursor=0"/><count>1</count></meta><SERVICE_ENDPOINT/></results> | round in circles
            <results><meta><count>1</count></meta><SERVICE_ENDPOINT/></results> | where the next page begins
            """)
    void a_reading_that_fails_in_the_middle_changes_nothing(String answer, String said) {
        read();
        var edition = federation.edition();
        gocdb.site(1, one, "Suspended").spoil("get_service", whole -> answer.getBytes(StandardCharsets.UTF_8));
        var run = read();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.trouble(Words.ENGLISH)).contains(said).contains("get_service");
        assertThat(federation.edition()).isEqualTo(edition);
        assertThat(site(one).status()).isEqualTo(CertificationStatus.CERTIFIED);
        gocdb.mend();
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(site(one).status()).isEqualTo(CertificationStatus.SUSPENDED);
    }

    @ParameterizedTest(name = "{0} {1} {2} times")
    @CsvSource(textBlock = """
            # method,     status, times, outcome, what is said
            get_site,     503,    1,     TAKEN,   ''
            get_site,     503,    9,     FAILED,  503
            get_service,  429,    9,     FAILED,  429
            get_downtime, 302,    9,     FAILED,  302
            get_ngi,      404,    9,     FAILED,  404
            """)
    void a_server_that_is_busy_or_broken_is_quoted_and_changes_nothing(
            String method, int status, int times, Outcome outcome, String said) {
        read();
        var edition = federation.edition();
        gocdb.site(1, one, "Suspended").status(method, status, times);
        var run = read();
        assertThat(run.outcome()).isEqualTo(outcome);
        assertThat(run.trouble(Words.ENGLISH)).contains(said);
        assertThat(federation.edition() == edition).isEqualTo(outcome == Outcome.FAILED);
    }

    @Test
    void a_registry_that_is_not_there_is_named() {
        gocdb.close();
        var run = read();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.trouble(Words.ENGLISH)).contains("127.0.0.1", "ConnectException");
        assertThat(federation.siteNamed(one)).isEmpty();
    }

    @Test
    void each_endpoint_of_a_service_keeps_its_address_and_properties() {
        var host = "door%d.b.example.org".formatted(number);
        gocdb.put("get_service", 15, endpoints(host, "read"));
        assertThat(runs.findings(read().id()).misfits()).isEmpty();
        var service = federation.serviceAt(two, host, "webdav").orElseThrow();
        var reader = house.as(Role.ADMINISTRATOR);
        assertThat(reader.get("/services/" + service.id())
                        .page()
                        .select("table:has(caption:contains(Endpoints)) tbody tr")
                        .eachText())
                .containsExactly(
                        "door https://%s:2880/ webdav no ACCESS=read DIR=/data=1".formatted(host), "spare yes");
        assertThat(reader.get("/api/v1/services/" + service.id()).text())
                .contains("{\"ACCESS\":\"read\",\"DIR\":\"/data=1\"}", "\"interfaceName\":\"webdav\"");
        assertThat(read().outcome()).isEqualTo(Outcome.NOTHING_NEW);

        gocdb.put("get_service", 15, endpoints(host, "write"));
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(journal.about("site:" + service.site()))
                .anyMatch(deed -> deed.before().contains("webdav monitored=false ACCESS=read DIR=/data=1")
                        && deed.after().contains("webdav monitored=false ACCESS=write DIR=/data=1"));
        assertThat(read().outcome()).isEqualTo(Outcome.NOTHING_NEW);
    }

    private String endpoints(String host, String access) {
        return """
                <SERVICE_ENDPOINT PRIMARY_KEY="15G0">
                  <HOSTNAME>%1$s</HOSTNAME><SERVICE_TYPE>webdav</SERVICE_TYPE><SITENAME>%2$s</SITENAME>
                  <URL>https://%1$s/</URL>
                  <ENDPOINTS>
                    <ENDPOINT>
                      <ID>41</ID><NAME>door</NAME>
                      <EXTENSIONS>
                        <EXTENSION><LOCAL_ID>1</LOCAL_ID><KEY>DIR</KEY><VALUE>/data=1</VALUE></EXTENSION>
                        <EXTENSION><LOCAL_ID>2</LOCAL_ID><KEY>ACCESS</KEY><VALUE>%3$s</VALUE></EXTENSION>
                      </EXTENSIONS>
                      <URL>https://%1$s:2880/</URL><INTERFACENAME>webdav</INTERFACENAME>
                      <ENDPOINT_MONITORED>N</ENDPOINT_MONITORED>
                    </ENDPOINT>
                    <ENDPOINT><ID>42</ID><NAME>spare</NAME><EXTENSIONS/><URL/><INTERFACENAME/></ENDPOINT>
                  </ENDPOINTS>
                </SERVICE_ENDPOINT>
                """.formatted(host, two, access);
    }

    @Test
    void types_of_services_and_extension_properties_are_kept() {
        gocdb.put("get_service_types", 1, """
                        <SERVICE_TYPE TYPE_ID="1" PRIMARY_KEY="1G0">
                          <SERVICE_TYPE_NAME>types.of.%d</SERVICE_TYPE_NAME>
                          <SERVICE_TYPE_DESC>Something new</SERVICE_TYPE_DESC>
                        </SERVICE_TYPE>
                        """.formatted(number)).put("get_service", 14, """
                        <SERVICE_ENDPOINT PRIMARY_KEY="14G0">
                          <HOSTNAME>x.b.example.org</HOSTNAME><SERVICE_TYPE>types.of.%d</SERVICE_TYPE>
                          <SITENAME>%s</SITENAME>
                          <EXTENSIONS>
                            <EXTENSION><LOCAL_ID>1</LOCAL_ID><KEY>ARGO_PORT</KEY><VALUE>8443</VALUE></EXTENSION>
                            <EXTENSION><LOCAL_ID>2</LOCAL_ID><KEY>A</KEY><VALUE>b=c</VALUE></EXTENSION>
                          </EXTENSIONS>
                        </SERVICE_ENDPOINT>
                        """.formatted(number, two));
        assertThat(runs.findings(read().id()).misfits()).isEmpty();
        assertThat(gocdb.asked()).contains("method=get_service_types");
        assertThat(house.sql()
                        .sql("select description from registry.service_type where name = :name")
                        .param("name", "types.of." + number)
                        .query(String.class)
                        .single())
                .isEqualTo("Something new");
        assertThat(house.sql()
                        .sql("select array_to_string(properties, ' ') from registry.service where type = :name")
                        .param("name", "types.of." + number)
                        .query(String.class)
                        .single())
                .isEqualTo("A=b=c ARGO_PORT=8443");
        assertThat(read().outcome()).isEqualTo(Outcome.NOTHING_NEW);
        gocdb.put("get_service_types", 1, "");
        gocdb.forget("get_service_types", 1);
        assertThat(read().outcome()).as("a type outlives its source").isEqualTo(Outcome.NOTHING_NEW);
    }

    @Test
    void an_answer_cut_short_or_in_another_encoding_changes_nothing() {
        gocdb.spoil("get_downtime", whole -> Arrays.copyOf(whole, whole.length / 2));
        assertThat(read().outcome()).isEqualTo(Outcome.FAILED);
        gocdb.mend().put("get_site", 7, "<SITE><SHORT_NAME>Orl\u00e9ans</SHORT_NAME></SITE>");
        gocdb.spoil(
                "get_site", whole -> new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(federation.siteNamed(one)).isEmpty();
    }

    @Test
    void an_answer_that_broke_off_once_is_asked_for_again() {
        var times = new AtomicInteger();
        gocdb.spoil("get_site", whole -> times.getAndIncrement() == 0 ? null : whole);
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void a_registry_that_is_too_slow_is_not_waited_for() {
        var release = new java.util.concurrent.CountDownLatch(1);
        gocdb.spoil("get_ngi", whole -> {
            try {
                release.await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
            return whole;
        });
        try (var slow = new Gocdb(source, new Credentials.Shown(null, null), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> slow.read(java.time.LocalDate.EPOCH)).hasMessageContaining("get_ngi");
        } finally {
            release.countDown();
        }
    }

    @Test
    void bad_entries_are_refused_one_by_one_and_the_rest_goes_in() {
        gocdb.site(7, "READ-" + number + "-C", "Certifed")
                .service(20, "NOWHERE", "ce.c.example.org", "webdav", "")
                .service(21, two, "ce.b.example.org", "webdav", "twice");
        var run = read();
        assertThat(run.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(runs.findings(run.id()).misfits())
                .extracting(misfit -> misfit.field() + " " + misfit.value() + " " + misfit.expected())
                .containsExactlyInAnyOrder(
                        "CERTIFICATION_STATUS Certifed source.expected.status",
                        "site NOWHERE registry.expected.site",
                        "name " + two + " ce.b.example.org webdav registry.expected.once");
        assertThat(runs.findings(run.id()).misfits())
                .allMatch(misfit -> misfit.place().line() > 1);
    }

    @Test
    void what_one_source_owns_another_does_not_take() {
        read();
        var other = source("");
        gocdb.site(1, one, "Suspended");
        var run = runs.find(other.id(), readings.read(Actor.HOUSE, other, false, false))
                .orElseThrow();
        assertThat(run.outcome()).isEqualTo(Outcome.NOTHING_NEW);
        assertThat(runs.findings(run.id()).misfits())
                .anyMatch(misfit -> misfit.expected().equals("registry.expected.own")
                        && misfit.arguments().contains(source.name()));
        assertThat(site(one).status()).isEqualTo(CertificationStatus.CERTIFIED);
    }

    @Test
    void who_may_not_see_contacts_reads_the_rest_and_keeps_those_known() {
        read();
        gocdb.site(1, one, "Suspended")
                .spoil(
                        "get_site_contacts",
                        whole -> "Authorisation required to read personal data".getBytes(StandardCharsets.UTF_8));
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(federation.mailOf(site(one).id(), "Site Administrator")).containsExactly("ada@site.example.org");
    }

    @Test
    void a_registry_that_wants_a_token_is_shown_the_one_of_the_folder() throws java.io.IOException {
        gocdb.wantsCredential();
        assertThat(read().trouble(Words.ENGLISH)).contains("No valid identifier found");
        var folder = java.nio.file.Files.createDirectories(
                java.nio.file.Path.of(house.environment().getRequiredProperty("vigie.data"), "credentials"));
        java.nio.file.Files.writeString(folder.resolve("token-" + number), "abc.def\n");
        source = source("token-" + number);
        assertThat(read().outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(gocdb.shown()).contains("Bearer abc.def");
    }

    @Test
    void a_live_source_is_read_again_and_again_and_equal_ends_are_counted() {
        var id = sources.add(
                "timed-" + number,
                Source.Kind.GOCDB,
                gocdb.url(),
                "",
                "",
                "",
                Duration.ofMinutes(10),
                house.clock().instant());
        house.advance(Duration.ofMinutes(35));
        sources.setEvery(id, Duration.ZERO, house.clock().instant());
        var found = runs.latest(id, 10);
        assertThat(found).extracting(Run::outcome).containsExactly(Outcome.NOTHING_NEW, Outcome.TAKEN);
        assertThat(found.getFirst().repeats()).isEqualTo(2);
    }

    @Test
    void a_dry_reading_shows_the_difference_and_changes_nothing() {
        var run = runs.find(source.id(), readings.read(Actor.HOUSE, source, false, true))
                .orElseThrow();
        assertThat(run.outcome()).isEqualTo(Outcome.SHOWN);
        assertThat(runs.findings(run.id()).changes()).hasSizeGreaterThan(8);
        assertThat(federation.siteNamed(one)).isEmpty();
        assertThat(runs.find(source.id(), readings.confirm(Actor.HOUSE, source, run))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.TAKEN);
        assertThat(federation.siteNamed(one)).isPresent();
    }
}
