package vigie.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps one helpdesk and this house in step: reads, notices, sends. One round at a time. */
final class Bridge {
    private static final Duration MAPS_LAST = Duration.ofDays(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Connection connection;
    private final Rooms rooms;
    private final Zammad zammad;
    private final ReentrantLock turn = new ReentrantLock();
    private long me;

    Bridge(Connection connection, Rooms rooms, JsonMapper json) {
        this.connection = connection;
        this.rooms = rooms;
        this.zammad = new Zammad(connection, json);
    }

    /** When there is next something to do; empty where nothing ever is. */
    Optional<Instant> nextDue() {
        if (!connection.reads()) {
            return Optional.empty();
        }
        var desk = rooms.desks().find(connection.name());
        if (desk.isEmpty()) {
            return Optional.of(rooms.clock().instant());
        }
        var due = desk.get().nextDue();
        // where it does not answer, or does not let us in, nothing is sent either
        return connection.writes() && desk.get().failures() == 0
                ? rooms.outgoing()
                        .nextTry(connection.name())
                        .filter(due::isAfter)
                        .or(() -> Optional.of(due))
                : Optional.of(due);
    }

    /** Does what is due; leaves it alone where a round is under way. What fails is told on the page of the bridge. */
    void round(Instant now) {
        if (!connection.reads() || !turn.tryLock()) {
            return;
        }
        try {
            var desk = rooms.desks().begin(connection.name(), rooms.outside().newest(), now);
            try {
                if (!desk.nextDue().isAfter(now)) {
                    read(desk, now);
                } else if (connection.writes()) {
                    send(desk, now);
                }
            } catch (Trouble trouble) {
                var longer = Sending.pauseAfter(desk.failures() + 1);
                var pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                var wait = trouble.pause().compareTo(pause) > 0 ? trouble.pause() : pause;
                rooms.desks().trouble(desk.name(), trouble.getMessage(), now, now.plus(wait));
            }
        } finally {
            turn.unlock();
        }
    }

    private void read(Desk begun, Instant now) {
        var desk = learn(begun, now);
        var until = new Incoming(rooms, connection, zammad, desk, dictionary(desk), me).read();
        rooms.desks().well(desk.name(), until, now, now.plus(connection.every()));
        if (connection.writes()) {
            new Noticing(rooms, connection, desk).look();
            send(desk, now);
        }
    }

    private void send(Desk desk, Instant now) {
        if (me == 0) {
            me = zammad.me().path("id").asLong(0);
        }
        new Sending(rooms, connection, zammad, desk, dictionary(desk), me).send(now);
    }

    /** Who we are there, and what it calls its states: asked at the start, and once a day. */
    private Desk learn(Desk desk, Instant now) {
        var asked = desk.mapsAt();
        if (me == 0 || asked == null || asked.plus(MAPS_LAST).isBefore(now)) {
            me = zammad.me().path("id").asLong(0);
            rooms.desks().maps(desk.name(), names(zammad.states()), names(zammad.priorities()), now);
        }
        return rooms.desks().find(desk.name()).orElseThrow();
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        for (var each : list) {
            if (each.path("active").asBoolean(true)
                    && !Article.said(each, "name").isEmpty()) {
                names.add(Article.said(each, "name"));
            }
        }
        return names;
    }

    Dictionary dictionary(Desk desk) {
        return new Dictionary(desk.states(), desk.priorities(), connection.states());
    }

    Connection connection() {
        return connection;
    }

    Zammad zammad() {
        return zammad;
    }
}
