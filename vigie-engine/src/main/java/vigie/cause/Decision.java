package vigie.cause;

import java.util.List;

/** Where an alarm goes: to an open problem, or to a new one; always with the key of the reason. */
public sealed interface Decision {
    /** The problem's cause once the alarm is in it. */
    Cause cause();

    /** {@code cause.same-metric}, {@code cause.host} or {@code cause.site}. */
    String reason();

    /**
     * The alarm belongs to an open problem.
     *
     * @param cause the problem's cause from now on: it grows when the alarm shows that more is broken
     * @param absorbs other open problems that this wider cause explains too; mostly none
     */
    record Joins(long problem, Cause cause, String reason, List<Long> absorbs) implements Decision {
        public Joins {
            absorbs = List.copyOf(absorbs);
        }
    }

    /** No open problem has this cause. */
    record OpensNew(Cause cause, String reason) implements Decision {
        OpensNew(Cause cause) {
            this(cause, cause.reason());
        }
    }
}
