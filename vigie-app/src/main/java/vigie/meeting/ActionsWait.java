package vigie.meeting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;

/** The actions that wait for the person at the desk. */
@Component
class ActionsWait implements Waiting {
    private final ActionTable actions;

    ActionsWait(ActionTable actions) {
        this.actions = actions;
    }

    @Override
    public String key() {
        return "meeting.waiting";
    }

    @Override
    public int place() {
        return 600;
    }

    @Override
    public String list() {
        return "/actions";
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        return actions.underWay().stream()
                .filter(action -> action.person() != 0 && action.person() == who.person())
                .map(ActionsUnderWay::line)
                .toList();
    }
}
