package vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.time.Interval;

@InTheHouse
class FederationTest {
    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Registrar registrar;

    @Test
    void a_site_and_its_service_are_found_by_number_and_by_name() {
        var before = federation.edition();
        var site = registrar.add(Actor.HOUSE, SiteEntry.of("FED-ONE", "NGI_FRANCE", "a@x.org;b@x.org"), "test");
        var service = registrar.add(
                Actor.HOUSE, ServiceEntry.of("FED-ONE", "ce.fed-one.example.org", "webdav", 443, ""), "test");
        assertThat(federation.edition()).isGreaterThan(before);
        assertThat(federation.siteNamed("FED-ONE")).map(Site::id).contains(site);
        assertThat(federation.serviceAt("FED-ONE", "ce.fed-one.example.org", "webdav"))
                .map(Service::id)
                .contains(service);
        assertThat(federation.services(site)).hasSize(1);
        assertThat(federation.mailOf(site, "security")).containsExactly("a@x.org", "b@x.org");
        assertThat(house.as(Role.READER).get("/sites").page().select("th a").eachText())
                .contains("FED-ONE");
    }

    @Test
    void an_outage_covers_its_start_and_not_its_end() {
        registrar.add(Actor.HOUSE, SiteEntry.of("FED-TWO", "NGI_FRANCE", ""), "test");
        var service = registrar.add(
                Actor.HOUSE, ServiceEntry.of("FED-TWO", "se.fed-two.example.org", "webdav", null, ""), "test");
        var now = house.clock().instant();
        var during = new Interval(now, now.plus(Duration.ofHours(2)));
        registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        "FED-TWO",
                        List.of(new HostAndType("se.fed-two.example.org", "webdav")),
                        Downtime.Severity.OUTAGE,
                        false,
                        "cooling",
                        during,
                        now));
        assertThat(federation.inDowntime(service, during.start())).isTrue();
        assertThat(federation.inDowntime(service, during.end())).isFalse();
        assertThat(federation.downtimes(during))
                .anyMatch(found -> found.services().contains(service));
    }
}
