package vigie.alarm;

/** A check of a service is good again, or is no longer looked at. */
public record AlarmCleared(long alarm) {}
