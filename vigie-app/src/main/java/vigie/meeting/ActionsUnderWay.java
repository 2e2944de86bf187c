package vigie.meeting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;

/** Point 8 of the minutes: what was decided and is not done. */
@Component
class ActionsUnderWay implements AgendaSection {
    private final ActionTable actions;

    ActionsUnderWay(ActionTable actions) {
        this.actions = actions;
    }

    @Override
    public String key() {
        return "meeting.section.actions";
    }

    @Override
    public int place() {
        return 800;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return actions.underWay().stream().map(ActionsUnderWay::line).toList();
    }

    static AgendaLine line(Action action) {
        var page = "/actions/" + action.id();
        return action.due() == null
                ? AgendaLine.of(page, "meeting.action.line", action.who(), action.what())
                : AgendaLine.of(page, "meeting.action.line.due", action.who(), action.what(), action.due());
    }
}
