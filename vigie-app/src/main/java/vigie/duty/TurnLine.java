package vigie.duty;

import java.time.Instant;
import vigie.people.People;
import vigie.people.Person;

/** A turn as a person reads it: with names, and whether it runs now. */
public record TurnLine(Turn turn, String person, String standIn, boolean runs) {
    static TurnLine of(Turn turn, People people, Instant now) {
        return new TurnLine(
                turn,
                name(turn.person(), people),
                name(turn.standIn(), people),
                turn.during().contains(now));
    }

    private static String name(long person, People people) {
        return person == 0 ? "" : people.person(person).map(Person::name).orElse("?");
    }
}
