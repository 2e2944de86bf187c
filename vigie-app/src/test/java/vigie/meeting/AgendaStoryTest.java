package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.Tickets;
import vigie.time.Interval;
import vigie.words.Words;

/** What the page of the next meeting draws by itself, section by section, and what freezing keeps of it. */
@InTheHouse
class AgendaStoryTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    House.Keys house;

    @Autowired
    Meetings meetings;

    @Autowired
    Registrar registrar;

    @Autowired
    Federation federation;

    @Autowired
    Tickets tickets;

    private final String name = "AGENDA-" + NUMBER.incrementAndGet();
    private SiteId site;

    @BeforeEach
    void a_site_with_a_service() {
        site = aSite(name);
        registrar.add(Actor.HOUSE, ServiceEntry.of(name, "ce." + name + ".example.org", "webdav", 443, ""), "test");
    }

    private SiteId aSite(String called) {
        return registrar.add(Actor.HOUSE, SiteEntry.of(called, "NGI_FRANCE", "x@example.org"), "test");
    }

    private void certify(SiteId which, String status) {
        registrar.certify(Actor.HOUSE, federation.site(which).orElseThrow(), status, "as the meeting decided");
    }

    /** A meeting that begins in a while, after one that began a moment ago. */
    private long next() {
        var unique = Duration.ofMillis(NUMBER.incrementAndGet());
        var now = house.clock().instant();
        var nobody = new Invitation("Odile", "Maud", "");
        meetings.plan(Actor.HOUSE, now.minusSeconds(1).plus(unique), nobody);
        return meetings.plan(Actor.HOUSE, now.plus(Duration.ofHours(2)).plus(unique), nobody);
    }

    private List<String> lines(long meeting, int place, String section) {
        return house
                .as(Role.READER)
                .get("/meetings/" + meeting)
                .page()
                .select("#p" + place + " li a")
                .eachText()
                .stream()
                .filter(line -> line.contains(section))
                .toList();
    }

    private List<String> all(long meeting) {
        return house.as(Role.READER)
                .get("/meetings/" + meeting)
                .page()
                .select(".agenda li li")
                .eachText();
    }

    @Test
    void sites_whose_status_changed_since_the_last_meeting_are_named_and_those_before_it_are_not() {
        var earlier = aSite(name + "-BEFORE");
        certify(earlier, "SUSPENDED");
        house.advance(Duration.ofSeconds(5));
        var meeting = next();
        house.advance(Duration.ofSeconds(5));
        certify(site, "SUSPENDED");
        house.advance(Duration.ofSeconds(5));
        assertThat(all(meeting))
                .anyMatch(line -> line.startsWith(name + ": suspended"))
                .noneMatch(line -> line.contains(name + "-BEFORE"));
    }

    @Test
    void a_ticket_in_which_nothing_moved_for_a_month_is_named_until_somebody_answers() {
        var meeting = next();
        var ticket = tickets.open(
                Actor.HOUSE,
                new Draft(
                        site,
                        0,
                        "Old of " + name,
                        "Since winter.",
                        Priority.URGENT,
                        "en",
                        UUID.randomUUID().toString()));
        assertThat(lines(meeting, 510, name)).isEmpty();
        since(ticket, Duration.ofDays(31));
        assertThat(lines(meeting, 510, name)).singleElement().asString().contains("Old of " + name);
        house.as(Role.DUTY_OPERATOR);
        tickets.reply(
                house.people().named("t-duty-operator").orElseThrow(),
                ticket,
                "We look at it.",
                false,
                UUID.randomUUID().toString());
        assertThat(lines(meeting, 510, name)).isEmpty();
    }

    private void since(long ticket, Duration ago) {
        house.sql()
                .sql("update ticket.ticket set last_progress = :at, last_human = :at where id = :id")
                .param("at", house.clock().instant().minus(ago).atOffset(ZoneOffset.UTC))
                .param("id", ticket)
                .update();
    }

    @Test
    void what_a_site_raises_stands_on_the_agenda() {
        var meeting = next();
        var own = house.over(Role.SITE_ADMINISTRATOR, site.value());
        own.post(
                "/tickets",
                "/tickets",
                "site",
                site.toString(),
                "subject",
                "Probes fail at night at " + name,
                "text",
                "Between two and three.",
                "priority",
                "URGENT",
                "key",
                UUID.randomUUID().toString());
        assertThat(lines(meeting, 520, name))
                .filteredOn(line -> line.contains("Probes fail at night"))
                .hasSize(1);
    }

    @Test
    void a_downtime_ahead_stands_there_until_it_is_withdrawn() {
        var meeting = next();
        var downtime = announce();
        assertThat(all(meeting)).anyMatch(line -> line.contains("Cooling of " + name));
        house.as(Role.NGI_MANAGER).post("/downtimes", "/downtimes/" + downtime + "/end");
        assertThat(all(meeting)).noneMatch(line -> line.contains("Cooling of " + name));
    }

    private long announce() {
        var now = house.clock().instant();
        return registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        name,
                        List.of(new HostAndType(("ce." + name + ".example.org"), "webdav")),
                        Downtime.Severity.OUTAGE,
                        true,
                        "Cooling of " + name,
                        new Interval(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3))),
                        now));
    }

    @Test
    void freezing_keeps_each_section_as_it_was_seen() {
        var meeting = next();
        house.advance(Duration.ofSeconds(5));
        certify(site, "SUSPENDED");
        var downtime = announce();
        house.advance(Duration.ofSeconds(5));
        var before = all(meeting);
        house.as(Role.NGI_MANAGER).post("/meetings/" + meeting, "/meetings/" + meeting + "/freeze");
        certify(site, "UNCERTIFIED");
        house.as(Role.NGI_MANAGER).post("/downtimes", "/downtimes/" + downtime + "/end");
        house.advance(Duration.ofSeconds(5));
        assertThat(all(meeting).stream().filter(line -> line.contains(name)))
                .containsExactlyElementsOf(
                        before.stream().filter(line -> line.contains(name)).toList())
                .hasSize(2);
    }

    @Test
    void an_empty_section_says_so() {
        assertThat(Words.FRENCH.say("ticket.agenda.stale.empty")).isEqualTo("Pas de ticket");
        assertThat(Words.FRENCH.say("ticket.agenda.raised.empty")).startsWith("Aucun problème");
    }
}
