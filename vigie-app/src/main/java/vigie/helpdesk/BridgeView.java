package vigie.helpdesk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the bridge stands, for its page and for machines.
 *
 * @param mode what is done: off, read or both
 * @param test whether it is a trial, in which nobody is mailed
 * @param states their states, and what each is here; empty where nobody knows
 * @param linked how many tickets are kept in step
 */
public record BridgeView(
        String mode,
        String name,
        String url,
        boolean test,
        List<String> groups,
        @Nullable Instant lastRead,
        @Nullable Instant since,
        @Nullable Instant nextDue,
        String trouble,
        @Nullable Instant troubleAt,
        Map<String, String> states,
        long linked,
        List<Parcel> queue,
        List<TurnedDown> turnedDown) {
    private static final int SHOWN = 200;

    static BridgeView of(Bridge bridge, Rooms rooms) {
        var connection = bridge.connection();
        var desk = rooms.desks().find(connection.name());
        var states = new LinkedHashMap<String, String>();
        desk.ifPresent(known -> {
            var words = bridge.dictionary(known);
            known.states()
                    .forEach(name ->
                            states.put(name, words.state(name).map(Enum::name).orElse("")));
        });
        return new BridgeView(
                connection.mode().name(),
                connection.name(),
                connection.url(),
                connection.test(),
                connection.groupsRead(),
                desk.map(Desk::lastRead).orElse(null),
                desk.map(Desk::since).orElse(null),
                desk.map(Desk::nextDue).orElse(null),
                desk.map(Desk::trouble).orElse(""),
                desk.map(Desk::troubleAt).orElse(null),
                states,
                rooms.links().count(connection.name()),
                rooms.outgoing().all(connection.name()).stream().limit(SHOWN).toList(),
                rooms.turnedDown().all(connection.name(), SHOWN));
    }
}
