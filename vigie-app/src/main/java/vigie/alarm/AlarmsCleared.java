package vigie.alarm;

import java.util.List;

/** These alarms of one site are over: the checks are good again, or nobody watches them any more. */
public record AlarmsCleared(long site, List<Long> alarms) {
    public AlarmsCleared {
        alarms = List.copyOf(alarms);
    }
}
