package vigie.agenda;

import java.time.Instant;
import java.util.List;

/** What one room contributes to the agenda of a meeting: drawn live until the meeting is frozen. */
public interface AgendaSection {
    /** The key of its title; {@code <key>.empty} is what it says when there is nothing. Also its name when frozen. */
    String key();

    /** Where it stands among the sections: by the numbering of the minutes, such as 510 for 5.1. */
    int place();

    /** Its lines, most pressing first. */
    List<AgendaLine> lines(Instant lastMeeting, Instant now);
}
