package vigie.agenda;

import java.time.Instant;
import java.util.List;
import vigie.people.Actor;

/** What waits in one room for the person who looks at the desk. */
public interface Waiting {
    /** The key of its title; {@code <key>.empty} is what it says when nothing waits. */
    String key();

    /** Where it stands on the desk; low is first. */
    int place();

    /** The path of the list that its number opens. */
    String list();

    /** What waits for this person, most pressing first; empty for who has nothing to do with it. */
    List<AgendaLine> lines(Actor who, Instant now);
}
