package vigie.meeting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;

/** Point 7.2 of the minutes: the meetings that are planned. */
@Component
class MeetingsAhead implements AgendaSection {
    private final MeetingTable meetings;

    MeetingsAhead(MeetingTable meetings) {
        this.meetings = meetings;
    }

    @Override
    public String key() {
        return "meeting.section.ahead";
    }

    @Override
    public int place() {
        return 720;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return meetings.open().stream()
                .filter(meeting -> meeting.begins().isAfter(now))
                .map(meeting ->
                        AgendaLine.of("/meetings/" + meeting.id(), "meeting.section.ahead.line", meeting.begins()))
                .toList();
    }
}
