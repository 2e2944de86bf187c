package vigie.meeting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;

/** Point 1 of the minutes: the meeting before, whose minutes are to be approved. */
@Component
class MinutesToApprove implements AgendaSection {
    private final MeetingTable meetings;

    MinutesToApprove(MeetingTable meetings) {
        this.meetings = meetings;
    }

    @Override
    public String key() {
        return "meeting.section.minutes";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return meetings.all().stream()
                .filter(meeting -> meeting.begins().equals(lastMeeting) && meeting.isClosed())
                .map(meeting ->
                        AgendaLine.of("/meetings/" + meeting.id(), "meeting.section.minutes.line", meeting.begins()))
                .toList();
    }
}
