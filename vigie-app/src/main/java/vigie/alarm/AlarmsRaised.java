package vigie.alarm;

import java.util.List;

/** These alarms of one site were raised together. Whatever the news was, the alarms are asked as they stand now. */
public record AlarmsRaised(long site, List<Long> alarms) {
    public AlarmsRaised {
        alarms = List.copyOf(alarms);
    }
}
