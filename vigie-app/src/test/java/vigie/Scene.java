package vigie;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vigie.account.Tokens;
import vigie.meeting.Actions;
import vigie.meeting.Invitation;
import vigie.meeting.Meetings;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.Tickets;
import vigie.time.Interval;

/** Something of everything, so that every page has something to show. */
final class Scene {
    /** Somebody leans on a key: no page gets wider by it. */
    private static final String LONG = "w".repeat(220);

    private Scene() {}

    /** Laid once in a house, however many tests walk through it. */
    static synchronized void lay(House.Keys house, ApplicationContext rooms) {
        if (rooms.getBean(Federation.class).siteNamed("SCENE-LAPP").isPresent()) {
            return;
        }
        aFederation(house, rooms);
        aTicket(house, rooms);
        aMeeting(rooms);
        aCall(house, rooms);
        aPast(house, rooms);
        aLesson(house);
    }

    private static void aPast(House.Keys house, ApplicationContext rooms) {
        var token = rooms.getBean(Tokens.class)
                .make(
                        house.people().named("t-administrator").orElseThrow().person(),
                        "scene past",
                        Set.of(Right.MANAGE_SOURCES),
                        Duration.ofHours(1));
        var answer = house.nobody().json("POST", "/api/v1/helpdesk/imports?name=scene.csv&origin=SCENE", token, """
                id,site,subject,status,service,created,solution
                1,SCENE-GRIF,SRM put fails,solved,Storage,2013-02-01,Certificate renewed
                2,SCENE & CO,CE down,new,,2013-02-02,
                3,SCENE-LAPP,Odd,no state,,2013-02-02,
                """);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    private static void aLesson(House.Keys house) {
        var ada = house.as(Role.DUTY_OPERATOR);
        ada.post(
                "/expertise/lessons/new",
                "/expertise/lessons",
                "site",
                "SCENE-GRIF",
                "metric",
                "job-submit",
                "product",
                "CREAM",
                "version",
                "1.14",
                "title",
                "Jobs are lost after the migration",
                "cause",
                "No inodes left on /var.",
                "solution",
                "Purge the sandboxes.",
                "key",
                "scene");
        ada.post(
                "/expertise",
                "/expertise/runbook",
                "metric",
                "job-submit",
                "text",
                "1. Look at the log.\n2. Restart the daemon.");
        ada.post("/expertise/me", "/expertise/me", "products", "CREAM, Quattor", "asked", "true", "named", "true");
    }

    private static void aCall(House.Keys house, ApplicationContext rooms) {
        var token = rooms.getBean(Tokens.class)
                .make(
                        house.people().named("t-administrator").orElseThrow().person(),
                        "scene archive",
                        Set.of(Right.MANAGE_SOURCES),
                        Duration.ofHours(1));
        var answer = house.nobody().json("POST", "/api/v1/calls/archives?name=scene.mbox", token, """
                From maud@example.org Tue Mar 12 09:11:10 2013
                Message-ID: <scene-call@example.org>
                From: Maud <maud@example.org>
                Date: Tue, 12 Mar 2013 09:11:10 +0100
                Subject: [ops] SRM of SCENE-GRIF fails

                Can anyone help? The job was lost.

                From nobody Tue Mar 12 09:12:10 2013
                X-Odd: no mail

                """);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    private static void aTicket(House.Keys house, ApplicationContext rooms) {
        var site = rooms.getBean(Federation.class).siteNamed("SCENE-LAPP").orElseThrow();
        var tickets = rooms.getBean(Tickets.class);
        var id = tickets.open(
                Actor.HOUSE,
                new Draft(
                        site.id(), 0, "Jobs are lost", "Since Monday.\nPlease look.", Priority.URGENT, "en", "scene"));
        tickets.reply(Actor.HOUSE, id, "We look at it.", false, "scene-reply");
        var grif = rooms.getBean(Federation.class).siteNamed("SCENE-GRIF").orElseThrow();
        var same = tickets.open(
                Actor.HOUSE,
                new Draft(grif.id(), 0, "Jobs are lost here " + LONG, "Same here.", Priority.TOP, "fr", "scene-same"));
        var visitor = house.as(Role.ADMINISTRATOR);
        var path = "/tickets/" + id;
        visitor.post(path, path + "/me-too", "site", "" + grif.id().value(), "evidence", "Ten jobs since Monday.");
        visitor.post(path, path + "/priority", "was", "URGENT", "priority", "VERY_URGENT", "reason", "All of them.");
        visitor.post(path, "/tickets/" + same + "/bonds", "other", "" + id, "kind", "MASTER", "reason", "One switch.");
    }

    private static void aFederation(House.Keys house, ApplicationContext rooms) {
        var registrar = rooms.getBean(Registrar.class);
        var now = house.clock().instant();
        for (var site : List.of("SCENE-GRIF", "SCENE-LAPP", "SCENE-CPPM")) {
            registrar.add(
                    Actor.HOUSE,
                    SiteEntry.of(
                            site, "NGI_FRANCE", "grid@" + site.toLowerCase(java.util.Locale.ROOT) + ".example.org"),
                    "scene");
            registrar.add(
                    Actor.HOUSE,
                    ServiceEntry.of(
                            site,
                            "ce." + site.toLowerCase(java.util.Locale.ROOT) + ".example.org",
                            "org.opensciencegrid.htcondorce",
                            9619,
                            ""),
                    "scene");
        }
        registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        "SCENE-CPPM",
                        List.of(new HostAndType("ce.scene-cppm.example.org", "org.opensciencegrid.htcondorce")),
                        Downtime.Severity.OUTAGE,
                        true,
                        "Network works in the machine room " + LONG,
                        new Interval(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3))),
                        now));
        house.as(Role.ADMINISTRATOR);
        var sender = house.people().named("t-administrator").orElseThrow().person();
        var token = rooms.getBean(Tokens.class).make(sender, "scene", Set.of(Right.SEND_RESULTS), Duration.ofHours(1));
        var rows = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            rows.append(row("SCENE-GRIF", "CRITICAL", now.minus(Duration.ofMinutes(40 - 10L * i))));
            rows.append(row("SCENE-LAPP", "OK", now.minus(Duration.ofMinutes(40 - 10L * i))));
        }
        var answer = house.nobody().json("POST", "/api/v1/results", token, "[" + rows.substring(1) + "]");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        house.settle();
    }

    private static String row(String site, String status, Instant at) {
        return """
                ,{"hostname":"ce.%s.example.org","service":"org.opensciencegrid.htcondorce","metric":"job-submit",
                  "site":"%s","status":"%s","timestamp":"%s","summary":"the job %s"}
                """.formatted(
                site.toLowerCase(java.util.Locale.ROOT), site, status, at, status.equals("OK") ? "ran" : "was lost");
    }

    private static void aMeeting(ApplicationContext rooms) {
        var meetings = rooms.getBean(Meetings.class);
        var actions = rooms.getBean(Actions.class);
        var held =
                meetings.plan(Actor.HOUSE, Instant.parse("2029-03-19T13:00:00Z"), new Invitation("Odile", "Maud", ""));
        meetings.addTopic(Actor.HOUSE, held, 400, "Security meeting in June", "Two half days at Clermont-Ferrand.");
        actions.add(Actor.HOUSE, held, "Send the link to the use cases", "Salma", LocalDate.of(2013, 2, 1));
        actions.add(Actor.HOUSE, held, LONG, LONG.substring(0, 100), null);
        meetings.attend(Actor.HOUSE, held, "Yves", "IN2P3-LAPP");
        meetings.freeze(Actor.HOUSE, held);
        meetings.plan(Actor.HOUSE, Instant.parse("2029-04-23T12:00:00Z"), new Invitation("Odile", "Maud", ""));
    }
}
