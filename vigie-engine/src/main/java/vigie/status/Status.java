package vigie.status;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is held to be true of a check, a service or a site at one moment.
 *
 * <p>The names and the two orders are those of ARGO's profile {@code egi_ops} as it stands since 2017: when all parts
 * are needed the worst decides ({@link #orWorse}), when one part is enough the best does ({@link #orBetter}). The two
 * orders are not each other's reverse: a part that is in announced downtime or silent says little for a group of equals.
 */
public enum Status {
    OK(0, 0),
    WARNING(1, 1),
    UNKNOWN(2, 3),
    MISSING(3, 5),
    CRITICAL(5, 2),
    DOWNTIME(4, 4);

    private final int rankWhenAllAreNeeded;
    private final int rankWhenOneIsEnough;

    Status(int rankWhenAllAreNeeded, int rankWhenOneIsEnough) {
        this.rankWhenAllAreNeeded = rankWhenAllAreNeeded;
        this.rankWhenOneIsEnough = rankWhenOneIsEnough;
    }

    /** What a Nagios plugin means by its exit code; any code outside 0 to 3 is UNKNOWN. */
    public static Status ofExitCode(int code) {
        return switch (code) {
            case 0 -> OK;
            case 1 -> WARNING;
            case 2 -> CRITICAL;
            default -> UNKNOWN;
        };
    }

    /** The status of that name in either case; an {@link IllegalArgumentException} lists the names that exist. */
    public static Status named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "status '%s' (expected: one of %s)".formatted(name, Arrays.toString(values()))));
    }

    /** The service does its work, be it with a warning. */
    public boolean isUp() {
        return this == OK || this == WARNING;
    }

    /** Neither up nor announced to be down: it failed, or nobody can say. */
    public boolean isBad() {
        return this == CRITICAL || this == UNKNOWN || this == MISSING;
    }

    /** Worth an alarm by default: an established failure. A warning or a silence is shown, and wakes nobody. */
    public boolean raisesAlarm() {
        return this == CRITICAL;
    }

    /** The status of two parts that are both needed. Associative, commutative, idempotent. */
    public Status orWorse(Status other) {
        return rankWhenAllAreNeeded >= other.rankWhenAllAreNeeded ? this : other;
    }

    /** The status of two parts of which one is enough. Associative, commutative, idempotent. */
    public Status orBetter(Status other) {
        return rankWhenOneIsEnough <= other.rankWhenOneIsEnough ? this : other;
    }
}
