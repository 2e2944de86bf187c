package vigie.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.Timed;

/** The bridge to the helpdesk that is set: its rounds by the clock, and how it does. */
@Component
class HelpdeskInStep implements Timed, Vitals {
    private final Bridge bridge;
    private final Rooms rooms;
    private final Clock clock;

    HelpdeskInStep(HelpdeskSettings settings, Rooms rooms, JsonMapper json, Clock clock) {
        this.bridge = new Bridge(settings.connection(), rooms, json);
        this.rooms = rooms;
        this.clock = clock;
    }

    Bridge bridge() {
        return bridge;
    }

    @Override
    public String name() {
        return "helpdesk.timed";
    }

    @Override
    public Optional<Instant> nextDue() {
        return bridge.nextDue();
    }

    @Override
    public void play(Instant now) {
        if (clock instanceof MovableClock) {
            bridge.round(now);
        } else {
            // a slow helpdesk must not keep the other clocks of the house waiting
            Thread.ofVirtual().name("helpdesk").start(() -> bridge.round(now));
        }
    }

    @Override
    public List<Vital> signs(Instant now) {
        return signs(bridge.connection(), rooms);
    }

    static List<Vital> signs(Connection connection, Rooms rooms) {
        if (!connection.reads()) {
            return List.of(Vital.of("helpdesk.vital.off", true, 0).at("/helpdesk"));
        }
        var signs = new ArrayList<Vital>();
        var desk = rooms.desks().find(connection.name());
        var trouble = desk.map(Desk::trouble).orElse("");
        signs.add(
                trouble.isEmpty()
                        ? Vital.of("helpdesk.vital.well", true, 0).at("/helpdesk")
                        : Vital.of("helpdesk.vital.trouble", false, 1, trouble).at("/helpdesk"));
        var givenUp = rooms.outgoing().all(connection.name()).stream()
                .filter(Parcel::givenUp)
                .count();
        signs.add(Vital.of("helpdesk.given-up.count", givenUp == 0, (double) givenUp, givenUp)
                .at("/helpdesk"));
        var turnedDown = rooms.turnedDown().count(connection.name());
        signs.add(Vital.of("helpdesk.turned-down.count", turnedDown == 0, (double) turnedDown, turnedDown)
                .at("/helpdesk"));
        return signs;
    }
}
