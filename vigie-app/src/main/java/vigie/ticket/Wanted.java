package vigie.ticket;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vigie.words.Refusal;

/**
 * Which tickets a list shows.
 *
 * @param state the name of a {@link State}, {@code OPEN} for all on which somebody still has to do something, {@code STALE}
 *     for those of them in which no person did anything for a month, or {@code ALL}
 * @param site the name of a site; empty for all
 * @param priority the name of a {@link Priority}; empty for all
 * @param batch the form by which several were opened at once; empty for any
 * @param words each begins a word of the subject, case aside; empty for anything
 */
public record Wanted(String state, String site, String priority, String words, String batch) {
    /** All that are open. */
    static final Wanted OPEN = new Wanted("OPEN", "", "", "", "");

    /** All in which no person did anything for long. */
    static final Wanted STALE = new Wanted("STALE", "", "", "", "");

    public Wanted {
        words = words.strip();
        if (!state.equals("OPEN")
                && !state.equals("ALL")
                && !state.equals("STALE")
                && Arrays.stream(State.values()).noneMatch(known -> known.name().equals(state))) {
            throw Refusal.notFound("ticket.filter.state-unknown", state);
        }
        if (!priority.isEmpty()
                && Arrays.stream(Priority.values())
                        .noneMatch(known -> known.name().equals(priority))) {
            throw Refusal.notFound("ticket.filter.priority-unknown", priority);
        }
    }

    /** The same of another state. */
    public Wanted inState(String other) {
        return new Wanted(other, site, priority, words, batch);
    }

    /** The address of the list, at one of its pages. */
    public String address(int page) {
        var address = "/tickets?state=" + state + part("site", site) + part("priority", priority) + part("text", words)
                + part("batch", batch);
        return page > 1 ? address + "&page=" + page : address;
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
