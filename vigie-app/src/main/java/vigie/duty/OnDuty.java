package vigie.duty;

import java.time.Instant;
import java.util.List;
import vigie.people.People;

/**
 * Who is on duty now, as pages say it.
 *
 * @param pauses where nobody is, as announced
 */
public record OnDuty(List<TurnLine> turns, List<Pause> pauses) {
    /** As it is now. */
    public static OnDuty of(Roster roster, People people, Instant now) {
        return new OnDuty(
                roster.now().stream()
                        .map(turn -> TurnLine.of(turn, people, now))
                        .toList(),
                roster.paused());
    }
}
