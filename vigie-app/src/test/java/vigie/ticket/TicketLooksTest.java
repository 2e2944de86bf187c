package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.Browser;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.registry.SiteId;

/** A ticket with everything that a ticket may have, as it is seen by day and by night, on a desk and on a telephone. */
@InTheHouse
class TicketLooksTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    Others others;

    @Autowired
    Bonds bonds;

    private final String name = "LOOKED-" + UUID.randomUUID().toString().substring(0, 8);

    private SiteId site(String ending) {
        return registrar.add(Actor.HOUSE, SiteEntry.of(name + ending, "NGI_FRANCE", "grid@looked.example"), "a test");
    }

    private long open(SiteId site, String subject) {
        var key = UUID.randomUUID().toString();
        return tickets.open(
                Actor.HOUSE, new Draft(site, 0, subject, "Depuis lundi.\nMerci de regarder.", Priority.TOP, "fr", key));
    }

    @Test
    void a_ticket_with_everything_and_its_next_step_can_be_used_by_everybody() {
        var id = open(site("-A"), "Le disque de se.looked.example est plein");
        attachments.add(Actor.HOUSE, id, "df.log", "97 %".getBytes(StandardCharsets.UTF_8));
        others.meToo(Actor.HOUSE, id, site("-B"), "Dix travaux perdus depuis lundi.");
        bonds.bind(Actor.HOUSE, open(site("-C"), "Le même ailleurs"), id, Bond.Kind.MASTER, "Un seul commutateur.");
        house.advance(Duration.ofDays(9));
        house.as(Role.DUTY_OPERATOR);
        var faults = new ArrayList<String>();
        try (var browser = new Browser(house.url())) {
            browser.choose("fr", "light").signIn("t-duty-operator", House.PASSWORD);
            browser.complaints();
            for (var path : List.of("/tickets/" + id, "/tickets/" + id + "/step", "/tickets?site=" + name + "-A")) {
                for (var theme : List.of("light", "dark")) {
                    for (var width : List.of(1440, 390, 320)) {
                        browser.choose(theme.equals("light") ? "fr" : "en", theme)
                                .size(width, 900);
                        assertThat(browser.go(path)).isEqualTo(200);
                        if (width != 320) {
                            browser.breaches().forEach(breach -> faults.add(path + " " + theme + " " + breach));
                            browser.picture("ticket-looks"
                                    + path.replaceAll("[?].*", "-list").replaceAll("[^a-z-]", "") + "-" + theme + "-"
                                    + width);
                        }
                        if (browser.overflow() > 0) {
                            faults.add(path + " scrolls sideways at " + width);
                        }
                        browser.complaints().forEach(complaint -> faults.add(path + " " + complaint));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
