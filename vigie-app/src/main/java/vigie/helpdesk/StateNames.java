package vigie.helpdesk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigie.ticket.Priority;
import vigie.ticket.State;

/** What the states and priorities of other helpdesks are called, GGUS and Zammad, and which of ours they are. */
final class StateNames {
    private static final Map<String, State> STATES = new TreeMap<>(Map.ofEntries(
            Map.entry("new", State.NEW),
            Map.entry("assigned", State.ASSIGNED),
            Map.entry("open", State.IN_PROGRESS),
            Map.entry("in progress", State.IN_PROGRESS),
            Map.entry("waiting for reply", State.WAITING_FOR_REPLY),
            Map.entry("waiting for submitter's reply", State.WAITING_FOR_REPLY),
            Map.entry("pending customer reply", State.WAITING_FOR_REPLY),
            Map.entry("on hold", State.ON_HOLD),
            Map.entry("pending reminder", State.ON_HOLD),
            Map.entry("pending close", State.ON_HOLD),
            Map.entry("reopened", State.REOPENED),
            Map.entry("solved", State.SOLVED),
            Map.entry("verified", State.VERIFIED),
            Map.entry("closed", State.CLOSED),
            Map.entry("unsolved", State.UNSOLVED),
            Map.entry("merged", State.UNSOLVED),
            Map.entry("removed", State.UNSOLVED)));
    private static final Map<String, Priority> PRIORITIES = new TreeMap<>(Map.of(
            "less urgent", Priority.LESS_URGENT,
            "low", Priority.LESS_URGENT,
            "urgent", Priority.URGENT,
            "normal", Priority.URGENT,
            "very urgent", Priority.VERY_URGENT,
            "high", Priority.VERY_URGENT,
            "top priority", Priority.TOP,
            "top", Priority.TOP));

    private StateNames() {}

    static Optional<State> state(String name) {
        return Optional.ofNullable(STATES.get(plain(name)));
    }

    static Optional<Priority> priority(String name) {
        return Optional.ofNullable(PRIORITIES.get(plain(name)));
    }

    /** All names of states that are known, as a refusal tells them. */
    static String states() {
        return String.join(", ", STATES.keySet());
    }

    static String priorities() {
        return String.join(", ", PRIORITIES.keySet());
    }

    /** {@code 2 normal}, {@code Very_Urgent} and {@code in-progress} mean what they say. */
    static String plain(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^\\d+\\s*[.:-]?\\s*", "")
                .replaceAll("[\\s_-]+", " ");
    }
}
