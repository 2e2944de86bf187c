package vigie.helpdesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.ticket.Priority;
import vigie.ticket.State;

/**
 * What the helpdesk calls states and priorities, as it said itself, and which of ours they are. A name that nobody knows
 * stands on the page of the bridge; tickets that bear it are turned down until {@code vigie.helpdesk.states} tells it.
 */
final class Dictionary {
    private static final Map<State, List<String>> WANTED = Map.of(
            State.NEW, List.of("new", "assigned", "open"),
            State.ASSIGNED, List.of("assigned", "open", "new"),
            State.IN_PROGRESS, List.of("in progress", "open"),
            State.WAITING_FOR_REPLY,
                    List.of("waiting for reply", "waiting for submitter's reply", "pending customer reply", "open"),
            State.ON_HOLD, List.of("on hold", "pending reminder", "open"),
            State.REOPENED, List.of("reopened", "in progress", "open"),
            State.SOLVED, List.of("solved", "closed"),
            State.VERIFIED, List.of("verified", "closed", "solved"),
            State.CLOSED, List.of("closed", "solved"),
            State.UNSOLVED, List.of("unsolved", "closed"));
    private static final Map<Priority, List<String>> PRESSING = Map.of(
            Priority.LESS_URGENT, List.of("less urgent", "low"),
            Priority.URGENT, List.of("urgent", "normal"),
            Priority.VERY_URGENT, List.of("very urgent", "high"),
            Priority.TOP, List.of("top priority", "top", "very urgent", "high"));

    private final List<String> states;
    private final List<String> priorities;
    private final Map<String, State> told = new LinkedHashMap<>();

    /** @param told {@code their name=OURS}, set apart by commas */
    Dictionary(List<String> states, List<String> priorities, String told) {
        this.states = states;
        this.priorities = priorities;
        for (var each : told.split(",")) {
            var pair = each.split("=", 2);
            if (pair.length == 2) {
                this.told.put(StateNames.plain(pair[0]), ours(pair[1].strip()));
            }
        }
    }

    private static State ours(String name) {
        for (var state : State.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new IllegalArgumentException("vigie.helpdesk.states '%s' (expected: one of %s)"
                .formatted(name, java.util.Arrays.toString(State.values())));
    }

    /** Which of our states theirs is. */
    Optional<State> state(String theirs) {
        return Optional.ofNullable(told.get(StateNames.plain(theirs))).or(() -> StateNames.state(theirs));
    }

    Optional<Priority> priority(String theirs) {
        return StateNames.priority(theirs);
    }

    /** What they call our state: a name that was told for it, or the nearest that they have. */
    Optional<String> theirs(State ours) {
        return told.entrySet().stream()
                .filter(each -> each.getValue() == ours)
                .flatMap(each -> named(states, each.getKey()).stream())
                .findFirst()
                .or(() -> WANTED.getOrDefault(ours, List.of()).stream()
                        .flatMap(name -> named(states, name).stream())
                        .findFirst());
    }

    Optional<String> theirs(Priority ours) {
        return PRESSING.getOrDefault(ours, List.of()).stream()
                .flatMap(name -> named(priorities, name).stream())
                .findFirst();
    }

    /** Their states that are none of ours. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        states.forEach(name -> {
            if (state(name).isEmpty()) {
                unknown.add(name);
            }
        });
        return unknown;
    }

    List<String> states() {
        return states;
    }

    private static Optional<String> named(List<String> names, String plain) {
        return names.stream()
                .filter(name -> StateNames.plain(name).equals(plain))
                .findFirst();
    }
}
