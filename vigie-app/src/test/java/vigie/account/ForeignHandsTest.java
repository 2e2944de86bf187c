package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
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
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.time.Interval;

/**
 * Each writing route that lets a site's administrator in is tried with the hands of the administrator of another site.
 * A room that adds such a route adds its line to {@link #cases} or says in {@link #NO_SITE} why there is none.
 */
@InTheHouse
class ForeignHandsTest {
    /** Routes whose object belongs to no site, and why. */
    private static final Map<String, String> NO_SITE = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /account/password", "one's own account"),
            Map.entry("POST /account/language", "one's own account"),
            Map.entry("POST /expertise/me", "one's own entry in the directory of experts"),
            Map.entry("POST /expertise/me/leave", "one's own entry in the directory of experts"),
            Map.entry("POST /api/v1/expertise/experts/me", "one's own entry in the directory of experts"),
            Map.entry("POST /expertise/runbook", "a runbook is of a metric, and of all who answer tickets"),
            Map.entry("POST /expertise/runbook/reviewed", "a runbook is of a metric, and of all who answer tickets"),
            Map.entry("POST /expertise/runbook/vote", "one's own vote on a runbook"),
            Map.entry("POST /api/v1/expertise/runbooks", "a runbook is of a metric, and of all who answer tickets"),
            Map.entry("POST /duty/feed", "one's own address of the calendar"),
            Map.entry("POST /account/tokens", "one's own account"),
            Map.entry(
                    "POST /account/tokens/{id}/revoke",
                    "one's own account; a stranger's token is tried in OwnAccountTest"),
            Map.entry("POST /tickets/{id}/watch", "one's own subscription to what one may read"),
            Map.entry("POST /meetings/{id}/links", "a meeting belongs to all who may add to it"),
            Map.entry(
                    "POST /meetings/{id}/links/{link}/remove",
                    "of a meeting; a stranger's link is tried in LastingTest"),
            Map.entry("POST /meetings/{id}/topics", "a meeting belongs to all who may add to it"),
            Map.entry("POST /meetings/{id}/topics/{topic}", "a meeting belongs to all who may add to it"),
            Map.entry("POST /meetings/{id}/attendance", "a meeting belongs to all who may add to it"),
            Map.entry("POST /meetings/{id}/actions", "a meeting belongs to all who may add to it"),
            Map.entry("POST /api/v1/meetings/{id}/topics", "a meeting belongs to all who may add to it"),
            Map.entry("POST /api/v1/meetings/{id}/attendance", "a meeting belongs to all who may add to it"),
            Map.entry("POST /api/v1/meetings/{id}/actions", "a meeting belongs to all who may add to it")));

    /** What a site's administrator may not do to their own site either: whose action it is, and the NGI, decide. */
    private static final Set<String> NOT_THEIRS_EITHER = Set.of(
            "POST /actions/{id}/done", "POST /sites/{id}/certification", "PUT /api/v1/ticket-policies/ngis/{ngi}");

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Registrar registrar;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    @Autowired
    Lessons lessons;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** No two meetings at one moment. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    /** The site whose things are tried. */
    private static final String OWN = "FOREIGN-OWN";

    /** How one changes a thing of a site: the address, and the fields of the form or the JSON. */
    record Grip(String address, String type, String body) {
        static Grip form(String address, String body) {
            return new Grip(address, "application/x-www-form-urlencoded", body);
        }

        static Grip json(String address, String body) {
            return new Grip(address, "application/json", body);
        }
    }

    private Map<String, Supplier<Grip>> cases() {
        service();
        var cases = new TreeMap<String, Supplier<Grip>>();
        cases.put("POST /actions/{id}/done", () -> Grip.form("/actions/" + actionOfAnother() + "/done", "outcome=x"));
        cases.put("POST /services/{id}/checks", () -> Grip.form("/services/" + service() + "/checks", "metric=none"));
        cases.put(
                "POST /sites/{id}/certification",
                () -> Grip.form("/sites/" + own() + "/certification", "status=SUSPENDED&reason=x"));
        cases.put(
                "POST /sites/{id}/contacts",
                () -> Grip.form("/sites/" + own() + "/contacts", "role=security&name=Luc&mail=luc%40example.org"));
        cases.put(
                "POST /sites/{id}/contacts/{contact}/remove",
                () -> Grip.form("/sites/" + own() + "/contacts/1/remove", ""));
        cases.put(
                "POST /downtimes",
                () -> Grip.form(
                        "/downtimes",
                        "site=" + OWN + "&severity=OUTAGE&start=2031-01-01T00:00&end="
                                + "2031-01-01T02:00&description=x&services=" + service()));
        cases.put(
                "POST /tickets",
                () -> Grip.form(
                        "/tickets",
                        "site=" + own() + "&subject=x&text=x&priority=URGENT&key=" + java.util.UUID.randomUUID()));
        cases.put(
                "POST /tickets/{id}/reply",
                () -> Grip.form("/tickets/" + ticket() + "/reply", "text=x&key=" + java.util.UUID.randomUUID()));
        cases.put(
                "POST /api/v1/tickets/{id}/reply",
                () -> Grip.json("/api/v1/tickets/" + ticket() + "/reply", "{\"text\":\"x\"}"));
        cases.put("POST /api/v1/downtimes", () -> Grip.json("/api/v1/downtimes", """
                        {"site":"%s","services":[%d],"severity":"OUTAGE","start":"2031-01-01T00:00:00Z",
                         "end":"2031-01-01T02:00:00Z","description":"x"}
                        """.formatted(OWN, service())));
        cases.put(
                "PUT /api/v1/ticket-policies/sites/{id}",
                () -> Grip.json("/api/v1/ticket-policies/sites/" + own(), "{\"language\":\"en\",\"reason\":\"x\"}"));
        cases.put(
                "PUT /api/v1/ticket-policies/ngis/{ngi}",
                () -> Grip.json("/api/v1/ticket-policies/ngis/NGI_FRANCE", "{\"language\":\"fr\",\"reason\":\"x\"}"));
        cases.put(
                "POST /tickets/{id}/state",
                () -> Grip.form("/tickets/" + ticket() + "/state", "was=ASSIGNED&to=IN_PROGRESS"));
        cases.put("POST /tickets/{id}/files", () -> Grip.form("/tickets/" + ticket() + "/files", "x=y"));
        cases.put(
                "POST /tickets/{id}/me-too",
                () -> Grip.form("/tickets/" + ticket() + "/me-too", "site=" + own() + "&evidence=x"));
        cases.put(
                "POST /tickets/policies",
                () -> Grip.form("/tickets/policies", "scope=site:" + own() + "&opens=no&reason=x"));
        cases.put(
                "POST /problems/watch",
                () -> Grip.form("/problems/watch", "scope=site:" + own() + "&watch=SELF&reason=x"));
        cases.put("POST /calls/{id}/state", () -> Grip.form("/calls/" + call() + "/state", "to=CLOSED&reason=x"));
        cases.put("POST /problems/{id}/note", () -> Grip.form("/problems/" + problem() + "/note", "text=x"));
        cases.put(
                "POST /downtimes/{id}",
                () -> Grip.form(
                        "/downtimes/" + downtime(),
                        "severity=OUTAGE&start=2031-01-01T00:00&end=2031-01-01T02:00&description=x&services="
                                + service()));
        cases.put("PATCH /api/v1/downtimes/{id}", () -> Grip.json("/api/v1/downtimes/" + downtime(), "{}"));
        cases.put("POST /api/v1/downtimes/{id}/end", () -> Grip.json("/api/v1/downtimes/" + downtime() + "/end", ""));
        cases.put("POST /api/v1/downtimes", () -> Grip.json("/api/v1/downtimes", """
                {"site":"%s","services":["%d"],"severity":"OUTAGE","start":"2031-01-01T00:00:00Z",
                 "end":"2031-01-01T02:00:00Z","description":"x"}""".formatted(OWN, service())));
        cases.put(
                "POST /registry/{path}",
                () -> Grip.form("/registry/services", "site=" + OWN + "&host=x.example.org&type=webdav&reason=x"));
        cases.put("POST /registry/{path}/{id}", () -> Grip.form("/registry/sites/" + own(), "phone=1&reason=x"));
        cases.put(
                "POST /registry/{path}/{id}/close",
                () -> Grip.form("/registry/services/" + service() + "/close", "reason=x"));
        cases.put(
                "PATCH /api/v1/sites/{name}",
                () -> Grip.json("/api/v1/sites/" + OWN, "{\"phone\":\"1\",\"reason\":\"x\"}"));
        cases.put("POST /api/v1/services", () -> Grip.json("/api/v1/services", """
                {"site":"%s","host":"y.example.org","type":"webdav","reason":"x"}""".formatted(OWN)));
        cases.put(
                "PATCH /api/v1/services/{id}",
                () -> Grip.json("/api/v1/services/" + service(), "{\"port\":1,\"reason\":\"x\"}"));
        cases.put(
                "POST /api/v1/services/{id}/close",
                () -> Grip.json("/api/v1/services/" + service() + "/close", "{\"reason\":\"x\"}"));
        cases.put(
                "POST /api/v1/sites/{name}/contacts",
                () -> Grip.json("/api/v1/sites/" + OWN + "/contacts", "{\"role\":\"a\",\"name\":\"b\"}"));
        cases.put(
                "DELETE /api/v1/sites/{name}/contacts/{contact}",
                () -> Grip.json("/api/v1/sites/" + OWN + "/contacts/1", ""));
        cases.put(
                "POST /api/v1/tickets",
                () -> Grip.json(
                        "/api/v1/tickets", "{\"site\":\"%s\",\"subject\":\"x\",\"text\":\"x\"}".formatted(OWN)));
        cases.put(
                "POST /calls/ask",
                () -> Grip.form(
                        "/calls/ask",
                        "of=" + own() + "&way=TICKET&subject=x&text=x&key=" + java.util.UUID.randomUUID()));
        cases.put(
                "POST /api/v1/calls/ask",
                () -> Grip.json("/api/v1/calls/ask", "{\"site\":\"%s\",\"way\":\"TICKET\"}".formatted(OWN)));
        cases.put(
                "POST /expertise/lessons",
                () -> Grip.form(
                        "/expertise/lessons",
                        "site=" + OWN + "&title=x&cause=x&solution=x&key=" + java.util.UUID.randomUUID()));
        cases.put("POST /api/v1/expertise/lessons", () -> Grip.json("/api/v1/expertise/lessons", """
                {"site":"%s","title":"x","cause":"x","solution":"x"}""".formatted(OWN)));
        cases.put(
                "POST /expertise/lessons/{id:\\d+}",
                () -> Grip.form("/expertise/lessons/" + lesson(), "title=y&cause=y&solution=y&reason=x"));
        cases.put(
                "POST /expertise/lessons/{id:\\d+}/withdraw",
                () -> Grip.form("/expertise/lessons/" + lesson() + "/withdraw", "reason=x"));
        cases.put("POST /downtimes/{id}/end", () -> Grip.form("/downtimes/" + downtime() + "/end", ""));
        return cases;
    }

    private long ticket() {
        return house.sql().sql("""
                insert into ticket.ticket (site, subject, state, priority, language, opened, opened_by, response_due,
                                           response_rule, last_progress, last_actor, form_key)
                values (:site, 'of another', 'ASSIGNED', 'URGENT', 'en', now(), 'ada', now(), '', now(), 'ada',
                        gen_random_uuid()::text) returning id
                """).param("site", own()).query(Long.class).single();
    }

    private long lesson() {
        var learnt = new Learnt(
                0,
                0,
                OWN,
                "",
                "",
                "",
                "",
                "of another",
                "x",
                "x",
                java.util.UUID.randomUUID().toString());
        return lessons.write(Actor.HOUSE, learnt);
    }

    private long call() {
        return house.sql().sql("""
                insert into help.thread (subject, subject_key, asked, last, call, state, due, seen, site)
                values ('of another', '', now(), now(), true, 'OPEN', now(), now(), :site) returning id
                """).param("site", own()).query(Long.class).single();
    }

    private long problem() {
        return house.sql().sql("""
                insert into problem.problem (site, cause, stage, began, due, overdue, escalates)
                values (:site, 'HOST|foreign||', 'OPEN', now(), now() + interval '1 year', now() + interval '2 year',
                        now() + interval '2 year') returning id
                """).param("site", own()).query(Long.class).single();
    }

    private long own() {
        return site(OWN).value();
    }

    private long service() {
        own();
        return federation
                .serviceAt(OWN, "se.foreign.example.org", "webdav")
                .map(service -> service.id())
                .orElseGet(() -> registrar.add(
                        Actor.HOUSE, ServiceEntry.of(OWN, "se.foreign.example.org", "webdav", 443, ""), "test"))
                .value();
    }

    private long downtime() {
        service();
        var now = house.clock().instant();
        return registrar.announce(
                Actor.HOUSE,
                new DowntimeEntry(
                        "",
                        OWN,
                        List.of(new HostAndType("se.foreign.example.org", "webdav")),
                        Downtime.Severity.OUTAGE,
                        false,
                        "cooling",
                        new Interval(now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4))),
                        now));
    }

    private long actionOfAnother() {
        var meeting = meetings.plan(
                Actor.HOUSE,
                Instant.parse("2041-01-01T08:00:00Z").plus(Duration.ofDays(DAYS.getAndIncrement())),
                new Invitation("Ada", "Maud", ""));
        return actions.add(Actor.HOUSE, meeting, "upgrade", "Gilles", null);
    }

    @Test
    void every_writing_route_that_lets_a_site_administrator_in_has_its_case() {
        var without = new TreeSet<String>();
        for (var route : Route.all(mapping)) {
            if (route.writes() && route.asks() && route.lets(Role.SITE_ADMINISTRATOR)) {
                without.add(route.toString());
            }
        }
        without.removeAll(cases().keySet());
        without.removeAll(NO_SITE.keySet());
        assertThat(without).isEmpty();
    }

    @Test
    void the_administrator_of_another_site_is_refused_everywhere() {
        var stranger = house.over(Role.SITE_ADMINISTRATOR, site("FOREIGN-OTHER").value());
        assertThat(answers(stranger))
                .allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(403));
    }

    /** Without this, a door shut to everybody would pass for one that knows its people. */
    @Test
    void the_administrator_of_the_site_itself_is_not() {
        var answers = answers(house.over(Role.SITE_ADMINISTRATOR, own()));
        answers.keySet().removeAll(NOT_THEIRS_EITHER);
        assertThat(answers)
                .allSatisfy((route, status) -> assertThat(status).as(route).isNotIn(401, 403, 500));
    }

    private Map<String, Integer> answers(Visitor visitor) {
        var routes = Route.all(mapping).stream().map(Route::toString).toList();
        var answers = new TreeMap<String, Integer>();
        cases().forEach((route, grip) -> {
            if (routes.contains(route)) {
                var held = grip.get();
                var method = route.substring(0, route.indexOf(' '));
                answers.put(
                        route,
                        visitor.ask(method, held.address(), held.type(), held.body())
                                .status());
            }
        });
        return answers;
    }

    /** The site of a name; made where it is not there yet. */
    private SiteId site(String name) {
        return federation
                .siteNamed(name)
                .map(Site::id)
                .orElseGet(() -> registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", "x@example.org"), "test"));
    }
}
