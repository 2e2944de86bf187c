package vigie.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.people.Right;

/**
 * A token as its owner sees it: never its text.
 *
 * @param starts how its text begins, so that one knows which it is
 * @param used when it last opened something, to the hour; null where it never did
 */
public record TokenRow(
        long id,
        String label,
        String starts,
        List<Right> rights,
        Instant made,
        Instant expires,
        @Nullable Instant used,
        boolean ended) {}
