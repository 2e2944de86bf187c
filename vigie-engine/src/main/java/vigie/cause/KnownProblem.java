package vigie.cause;

/** An open problem and the one cause that its alarms share. */
public record KnownProblem(long id, long site, Cause cause) {
    boolean covers(KnownAlarm alarm) {
        return site == alarm.site() && cause.explains(alarm);
    }
}
