package vigie.status;

import vigie.time.Interval;

/** A time during which one status held without a change. */
public record Stretch(Interval when, Status status) {}
