package vigie.alarm;

/** A check of a service has turned bad. */
public record AlarmRaised(long alarm) {}
