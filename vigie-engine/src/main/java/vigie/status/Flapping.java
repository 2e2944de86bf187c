package vigie.status;

/**
 * Whether a check swings to and fro, after Nagios (its documentation, "Detection and Handling of State Flapping"): of
 * the last 21 statuses the 20 steps from one to the next are looked at; a step that is a change weighs from 0.8, the
 * oldest, to 1.2, the newest; their sum is a share of 20. It begins at a high share and ends at a low one, so that it
 * does not swing itself.
 *
 * <p>What counts is what is believed, and good news that ends doubt. Steps from or to what nobody knows are no changes.
 *
 * @param recent the last 21 statuses, three bits each, the newest in the lowest; all ones where nothing is known yet
 * @param isOn whether it flaps
 */
public record Flapping(long recent, boolean isOn) {
    /** How many statuses are looked at. */
    public static final int REMEMBERED = 21;

    /** Nothing is known yet. */
    public static final Flapping NONE = new Flapping(-1L >>> 1, false);

    private static final int BITS = 3;
    private static final long ONE = (1 << BITS) - 1;
    private static final long ALL = -1L >>> 1;
    private static final double OLDEST = 0.8;
    private static final double NEWEST = 1.2;
    private static final long UNKNOWN_YET = ONE;

    /**
     * When it begins and when it ends.
     *
     * @param low the share, in percent, at or below which it ends; as Nagios has it 20
     * @param high the share, in percent, at or above which it begins; as Nagios has it 30
     */
    public record Bounds(double low, double high) {
        /** As in Nagios where nothing else is said. */
        public static final Bounds USUAL = new Bounds(20, 30);

        public Bounds {
            if (!(low >= 0 && low < high && high <= 100)) {
                throw new IllegalArgumentException(
                        "flapping from %s down to %s %% (expected: 0 to 100, the first greater)".formatted(high, low));
            }
        }
    }

    /** The same after one more result of which this came. One that is not believed yet counts only where it is good. */
    public Flapping next(HardState after, Bounds bounds) {
        return after.isSoft() ? this : next(after.hard(), bounds);
    }

    /** The same after one more status. */
    public Flapping next(Status status, Bounds bounds) {
        var more = ((recent << BITS) | number(status)) & ALL;
        if (more == recent) {
            // the commonest by far: all the same as ever, so it has been off since long
            return new Flapping(more, false);
        }
        var share = share(more);
        return new Flapping(more, isOn ? share > bounds.low() : share >= bounds.high());
    }

    /** How much of the time looked at was change, in percent from 0 to 100. */
    public double share() {
        return share(recent);
    }

    private static double share(long recent) {
        var sum = 0.0;
        var steps = REMEMBERED - 1;
        for (var step = 0; step < steps; step++) {
            var later = (recent >>> (BITS * step)) & ONE;
            var earlier = (recent >>> (BITS * (step + 1))) & ONE;
            if (later != earlier && later != UNKNOWN_YET && earlier != UNKNOWN_YET) {
                sum += NEWEST - step * (NEWEST - OLDEST) / (steps - 1);
            }
        }
        return sum * 100 / steps;
    }

    /** Of each status the number that is kept for it, whatever the order in which they are declared. */
    private static long number(Status status) {
        return switch (status) {
            case OK -> 0;
            case WARNING -> 1;
            case UNKNOWN -> 2;
            case MISSING -> 3;
            case CRITICAL -> 4;
            case DOWNTIME -> 5;
        };
    }
}
