package vigie.problem;

import java.util.Collection;
import java.util.Set;

/** Knows of which problems somebody seems to have written, elsewhere. */
public interface Reported {
    /** Those of these problems of which nobody has said yet whether what was written is of the same cause. */
    Set<Long> unanswered(Collection<Long> problems);
}
