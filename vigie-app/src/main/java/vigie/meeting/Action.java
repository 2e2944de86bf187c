package vigie.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided to be done.
 *
 * @param meeting the meeting in which it was decided
 * @param who who does it, as it was written down
 * @param person the person of that name whom Vigie knows; 0 where it knows none
 * @param due the day by which it is to be done; null where none was set
 * @param addedBy the person who wrote it down
 * @param done when it was done; null while it is under way
 * @param outcome what came of it; empty while it is under way
 */
public record Action(
        long id,
        long meeting,
        String what,
        String who,
        long person,
        @Nullable LocalDate due,
        long addedBy,
        Instant added,
        @Nullable Instant done,
        String outcome) {

    /** Whether its day has passed and it is not done. */
    public boolean isLate(Instant now, ZoneId zone) {
        return done == null && due != null && due.isBefore(LocalDate.ofInstant(now, zone));
    }
}
