package vigie.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.people.People;
import vigie.people.Person;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.time.Interval;

/**
 * Who is on duty now, and who hears of the problems of a site: where nobody is on duty, as announced, who was named
 * instead; else the team that watches the site by agreement; else the one whose turn it is, and their stand-in; else
 * the address of all those on duty.
 */
@Component
public class Roster {
    private static final String ADMINISTRATORS = "Site Administrator";

    private final TurnTable turns;
    private final PauseTable pauses;
    private final Federation federation;
    private final People people;
    private final Clock clock;
    private final List<String> list;

    Roster(
            TurnTable turns,
            PauseTable pauses,
            Federation federation,
            People people,
            Clock clock,
            @Value("${vigie.duty.mail:rod@vigie.localdomain}") List<String> list) {
        this.turns = turns;
        this.pauses = pauses;
        this.federation = federation;
        this.people = people;
        this.clock = clock;
        this.list = list;
    }

    /** The turns that run now, those of one NGI before those of all. */
    public List<Turn> now() {
        return at(clock.instant());
    }

    private List<Turn> at(Instant now) {
        return turns.during(new Interval(now, now.plus(Duration.ofSeconds(1)))).stream()
                .filter(turn -> turn.during().contains(now))
                .sorted(java.util.Comparator.comparing((Turn turn) -> turn.ngi().isEmpty()))
                .toList();
    }

    /** The pauses that run now. */
    public List<Pause> paused() {
        var now = clock.instant();
        return pauses.notOver(now).stream()
                .filter(pause -> pause.during().contains(now))
                .toList();
    }

    /** Who hears of the problems of a site now. */
    public Hearing of(SiteId id) {
        var now = clock.instant();
        var site = federation.site(id);
        var ngi = site.map(Site::ngi).orElse("");
        return paused().stream()
                .filter(pause -> pause.covers(id, ngi))
                .findFirst()
                .map(pause -> instead(pause, id))
                .or(() -> delegated(id, now))
                .or(() -> onDuty(id, ngi, now))
                .orElseGet(() -> new Hearing(Hearing.Why.NOT_PLANNED, List.of(), list, id));
    }

    private Hearing instead(Pause pause, SiteId id) {
        return switch (pause.instead()) {
            case SITE -> new Hearing(Hearing.Why.PAUSE_SITE, List.of(name(id)), mailOf(id), id);
            case LIST -> new Hearing(Hearing.Why.PAUSE_LIST, List.of(), list, id);
            case ADDRESS -> new Hearing(Hearing.Why.PAUSE_ADDRESS, List.of(), List.of(pause.address()), id);
        };
    }

    private Optional<Hearing> delegated(SiteId id, Instant now) {
        return pauses.delegations(now).stream()
                .filter(one -> one.watched().equals(id) && one.during().contains(now))
                .findFirst()
                .map(one ->
                        new Hearing(Hearing.Why.DELEGATED, List.of(name(one.watcher())), mailOf(one.watcher()), id));
    }

    private Optional<Hearing> onDuty(SiteId id, String ngi, Instant now) {
        var mine = at(now).stream()
                .filter(turn -> turn.ngi().isEmpty() || turn.ngi().equals(ngi))
                .toList();
        // a turn of this NGI goes before one of all
        var first = mine.stream().map(Turn::ngi).findFirst();
        var persons = mine.stream()
                .filter(turn -> turn.ngi().equals(first.orElse("")))
                .flatMap(this::persons)
                .toList();
        var addresses = persons.stream()
                .map(Person::mail)
                .filter(mail -> !mail.isBlank())
                .distinct()
                .toList();
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hearing(
                        Hearing.Why.ON_DUTY,
                        persons.stream().map(Person::name).distinct().toList(),
                        addresses.isEmpty() ? list : addresses,
                        id));
    }

    /** The person of a turn and their stand-in, those of them who are let in. */
    Stream<Person> persons(Turn turn) {
        return Stream.of(turn.person(), turn.standIn())
                .filter(number -> number != 0)
                .flatMap(number -> people.person(number).stream())
                .filter(Person::active);
    }

    private List<String> mailOf(SiteId id) {
        return federation.mailOf(id, ADMINISTRATORS);
    }

    private String name(SiteId id) {
        return federation.site(id).map(Site::name).orElse("?");
    }
}
