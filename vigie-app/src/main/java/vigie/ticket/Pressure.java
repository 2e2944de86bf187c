package vigie.ticket;

import java.time.Duration;

/** How long an open ticket has stood without a step, in working hours: the colours of GGUS, told by sign and word. */
public enum Pressure {
    /** In time. */
    CALM("○", "OK"),
    /** Yellow in GGUS. */
    WATCHED("◔", "WARNING"),
    /** Amber in GGUS. */
    PRESSING("◑", "LATE"),
    /** Red in GGUS. */
    LATE("●", "CRITICAL");

    private final String glyph;
    private final String tint;

    Pressure(String glyph, String tint) {
        this.glyph = glyph;
        this.tint = tint;
    }

    /** Its sign. */
    public String glyph() {
        return glyph;
    }

    /** The state whose colour it bears. */
    public String tint() {
        return tint;
    }

    /** Of a ticket of this priority that has stood for so many working hours. */
    public static Pressure of(Priority priority, Duration worked) {
        var hours = worked.toMinutes() / 60.0;
        return switch (priority) {
            case LESS_URGENT, URGENT -> of(hours, 20, 30, 40);
            case VERY_URGENT -> of(hours, 16, 24, 32);
            case TOP -> of(hours, 12, 18, 24);
        };
    }

    private static Pressure of(double hours, int yellow, int amber, int red) {
        return hours >= red ? LATE : hours >= amber ? PRESSING : hours >= yellow ? WATCHED : CALM;
    }
}
