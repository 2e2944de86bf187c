package vigie.monitor;

import java.util.List;

/**
 * Something else is believed of these metrics from now on. What became known together is told together, so that a storm
 * of bad news costs its listeners no more than a few transactions.
 *
 * @param changes at least one and at most {@link #MOST}, in the order in which the checks ran
 */
public record StatusesChanged(List<StatusChanged> changes) {
    /** No more are told at once. */
    static final int MOST = 1_000;

    public StatusesChanged {
        changes = List.copyOf(changes);
    }
}
