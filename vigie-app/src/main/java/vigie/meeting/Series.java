package vigie.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;

/** Plans the next meetings of the series by a rule, after the last that is planned; days off in France are avoided. */
@Component
class Series {
    private static final int MOST = 24;
    private final Meetings meetings;
    private final Clock clock;

    Series(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Plans so many more, with the people of the last; answers their numbers. Times are of the zone, on each day. */
    @Transactional
    List<Long> plan(Actor actor, String rule, LocalTime time, int many, ZoneId zone) {
        actor.mustBeAllowed(Right.HOLD_MEETINGS);
        if (many < 1 || many > MOST) {
            throw Refusal.unreadable("many", "meeting.wrong.many", many, MOST);
        }
        var recurrence = Recurrence.of(rule);
        var last = meetings.all().stream().findFirst();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var after = last.map(meeting -> LocalDate.ofInstant(meeting.begins(), zone))
                .filter(day -> day.isAfter(today))
                .orElse(today);
        var invitation = last.map(meeting -> new Invitation(meeting.chair(), meeting.secretary(), meeting.link()))
                .orElseGet(() -> new Invitation("", "", ""));
        var planned = new ArrayList<Long>();
        for (var day : recurrence.next(after, after, many, WorkingCalendar.FRANCE)) {
            planned.add(meetings.plan(actor, day.atTime(time).atZone(zone).toInstant(), invitation));
        }
        return planned;
    }
}
