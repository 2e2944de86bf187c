package vigie.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.duty.OnDuty;
import vigie.duty.Roster;
import vigie.meeting.Meetings;
import vigie.monitor.Statuses;
import vigie.people.Actor;
import vigie.people.People;
import vigie.registry.CertificationStatus;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.time.Interval;

/** Lays a person's desk from what the rooms say. */
@Component
class Desks {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final String PROBLEM = "/problems/";
    private static final String DRAFT = "/tickets/new?problem=";

    private final List<Waiting> rooms;
    private final Federation federation;
    private final Statuses statuses;
    private final Meetings meetings;
    private final Roster roster;
    private final People people;

    Desks(
            List<Waiting> rooms,
            Federation federation,
            Statuses statuses,
            Meetings meetings,
            Roster roster,
            People people) {
        this.rooms =
                rooms.stream().sorted(Comparator.comparingInt(Waiting::place)).toList();
        this.federation = federation;
        this.statuses = statuses;
        this.meetings = meetings;
        this.roster = roster;
        this.people = people;
    }

    Desk of(Actor who, Instant now) {
        return new Desk(
                piles(who, now),
                federation.sites().stream()
                        .filter(site -> site.status() != CertificationStatus.CLOSED)
                        .map(site -> new Desk.Glance(site.name(), statuses.worst(site.id())))
                        .sorted(Comparator.comparingInt((Desk.Glance glance) -> Desk.PRESSING.indexOf(glance.status()))
                                .thenComparing(Desk.Glance::site))
                        .toList(),
                next(now),
                OnDuty.of(roster, people, now));
    }

    /** One problem is one line: a ticket that is due for one that lies here already is no second. */
    private List<Desk.Pile> piles(Actor who, Instant now) {
        var piles = rooms.stream()
                .map(room -> new Desk.Pile(room.key(), room.list(), room.lines(who, now)))
                .toList();
        var said = piles.stream()
                .flatMap(pile -> pile.lines().stream())
                .map(AgendaLine::link)
                .filter(link -> link != null && link.startsWith(PROBLEM))
                .map(link -> DRAFT + link.substring(PROBLEM.length()))
                .collect(Collectors.toSet());
        return piles.stream()
                .map(pile -> new Desk.Pile(
                        pile.key(),
                        pile.list(),
                        pile.lines().stream()
                                .filter(line -> line.link() == null || !said.contains(line.link()))
                                .toList()))
                .toList();
    }

    private List<AgendaLine> next(Instant now) {
        var lines = new ArrayList<AgendaLine>();
        var open = meetings.open();
        // one whose hour has come and that nobody has closed still wants something; it is not "next"
        open.stream()
                .filter(meeting -> !meeting.begins().isAfter(now))
                .limit(3)
                .forEach(meeting -> lines.add(
                        AgendaLine.of("/meetings/" + meeting.id(), "desk.next.meeting.begun", meeting.begins())));
        open.stream()
                .filter(meeting -> meeting.begins().isAfter(now))
                .findFirst()
                .ifPresent(meeting ->
                        lines.add(AgendaLine.of("/meetings/" + meeting.id(), "desk.next.meeting", meeting.begins())));
        federation.downtimes(new Interval(now, now.plus(AHEAD))).stream()
                .sorted(Comparator.comparing(downtime -> downtime.during().start()))
                .limit(20)
                .forEach(downtime -> lines.add(line(downtime, now)));
        return lines;
    }

    private AgendaLine line(Downtime downtime, Instant now) {
        var site = federation.site(downtime.site()).map(Site::name).orElse("");
        return downtime.during().contains(now)
                ? AgendaLine.of(
                        "/downtimes/" + downtime.id(),
                        "desk.next.downtime.now",
                        site,
                        downtime.during().end(),
                        downtime.description())
                : AgendaLine.of(
                        "/downtimes/" + downtime.id(),
                        "desk.next.downtime",
                        site,
                        downtime.during().start(),
                        downtime.during().end(),
                        downtime.description());
    }
}
