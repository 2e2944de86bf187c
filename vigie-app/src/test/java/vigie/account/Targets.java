package vigie.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import vigie.House;
import vigie.expertise.Learnt;
import vigie.expertise.Lessons;
import vigie.meeting.Actions;
import vigie.meeting.Invitation;
import vigie.meeting.Meetings;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.time.Interval;

/** Things that garbage is thrown at: each route has its own, so that what comes of it harms nobody else. */
final class Targets {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final House.Keys house;
    private final ApplicationContext rooms;

    Targets(House.Keys house, ApplicationContext rooms) {
        this.house = house;
        this.rooms = rooms;
    }

    /** The address of a route with the numbers of things that exist. */
    String address(Route route) {
        var pattern = route.pattern();
        var room = pattern.replaceFirst("^(/api/v1)?/", "").split("/")[0];
        var first = switch (room) {
            case "sites", "ticket-policies" -> site();
            case "services" -> service();
            case "downtimes" -> downtime();
            case "tickets" -> ticket();
            case "problems" -> problem();
            case "meetings" -> meeting();
            case "actions" -> action();
            case "accounts" -> person();
            case "sources" -> source();
            case "checks" -> profile();
            case "helpdesk" -> past();
            case "expertise" -> lesson();
            default -> 1;
        };
        var address = pattern.replace("{ngi}", "NGI_FRANCE").replaceFirst("\\{[^}]+}", Long.toString(first));
        if (address.contains("{topic}")) {
            var topic = rooms.getBean(Meetings.class).addTopic(Actor.HOUSE, first, 400, "garbage", "said");
            address = address.replace("{topic}", Long.toString(topic));
        }
        return address.replaceAll("\\{[^}]+}", "1");
    }

    static String name() {
        return "garbage-" + NUMBER.incrementAndGet();
    }

    long site() {
        return rooms.getBean(Federation.class)
                .siteNamed("GARBAGE")
                .map(site -> site.id())
                .orElseGet(() -> rooms.getBean(Registrar.class)
                        .add(Actor.HOUSE, SiteEntry.of("GARBAGE", "NGI_FRANCE", "x@example.org"), "test"))
                .value();
    }

    long service() {
        site();
        return rooms.getBean(Federation.class)
                .serviceAt("GARBAGE", "se.garbage.example.org", "webdav")
                .map(service -> service.id())
                .orElseGet(() -> rooms.getBean(Registrar.class)
                        .add(
                                Actor.HOUSE,
                                ServiceEntry.of("GARBAGE", "se.garbage.example.org", "webdav", 443, ""),
                                "test"))
                .value();
    }

    private long downtime() {
        service();
        var now = house.clock().instant();
        return rooms.getBean(Registrar.class)
                .announce(
                        Actor.HOUSE,
                        new DowntimeEntry(
                                "",
                                "GARBAGE",
                                List.of(new HostAndType("se.garbage.example.org", "webdav")),
                                Downtime.Severity.OUTAGE,
                                false,
                                "cooling",
                                new Interval(now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4))),
                                now));
    }

    private long ticket() {
        return number("""
                insert into ticket.ticket (site, subject, state, priority, language, opened, opened_by, response_due,
                                           response_rule, last_progress, last_actor, form_key)
                values (%d, 'garbage', 'ASSIGNED', 'URGENT', 'en', now(), 'ada', now(), '', now(), 'ada',
                        gen_random_uuid()::text) returning id
                """.formatted(site()));
    }

    private long problem() {
        return number("""
                insert into problem.problem (site, cause, stage, began, due, overdue, escalates)
                values (%d, 'HOST|%s||', 'OPEN', now(), now() + interval '1 year', now() + interval '2 years',
                        now() + interval '2 years')
                returning id
                """.formatted(site(), name()));
    }

    private long lesson() {
        return rooms.getBean(Lessons.class)
                .write(Actor.HOUSE, new Learnt(0, 0, "", "", "", "", "", "garbage", "cause", "solution", name()));
    }

    private long meeting() {
        var days = Duration.ofDays(NUMBER.incrementAndGet());
        return rooms.getBean(Meetings.class)
                .plan(
                        Actor.HOUSE,
                        Instant.parse("2051-01-01T08:00:00Z").plus(days),
                        new Invitation("Odile", "Maud", ""));
    }

    private long action() {
        return rooms.getBean(Actions.class).add(Actor.HOUSE, meeting(), "tidy up", "Gilles", null);
    }

    private long person() {
        var login = name();
        return house.accounts().open(login, "Garbage", login + "@example.org", House.PASSWORD, Role.READER);
    }

    private long past() {
        var intake = number("""
                insert into helpdesk.intake (at, who, name, origin, dry) values (now(), 'ada', 'x', 'garbage', false)
                returning id
                """);
        return number("""
                insert into helpdesk.past (origin, foreign_id, site, site_name, subject, body, state, priority, service, vo,
                                           opened, solution, proposed, proposed_why, intake)
                values ('garbage', '%s', 0, '', 'x', '', 'NEW', '', '', '', now(), '', 'OTHER', '', %d) returning id
                """.formatted(name(), intake));
    }

    private long source() {
        return number("insert into source.source (name, kind) values ('%s', 'FILES') returning id".formatted(name()));
    }

    private long profile() {
        return number("""
                insert into "check".profile (type, metric, command, every, again, attempts, patience, running)
                values ('garbage', '%s', 'tcp $HOST$ 1', 300, 60, 3, 10, false) returning id
                """.formatted(name()));
    }

    private long number(String sql) {
        return house.sql().sql(sql).query(Long.class).single();
    }
}
