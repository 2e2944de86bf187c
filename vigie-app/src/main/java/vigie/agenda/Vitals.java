package vigie.agenda;

import java.time.Instant;
import java.util.List;

/** What one room says of its own health: letters that do not leave, sources that are dead. */
public interface Vitals {
    /** Its signs now, also those that are well: a sign that is missing would be taken for one that is well. */
    List<Vital> signs(Instant now);
}
