package vigie.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import vigie.journal.Deed;

/**
 * One change of an entry, as it is told to whoever did not see it.
 *
 * @param what each field with what it said before and after
 */
public record Revision(Instant at, String who, String what, String reason) {
    private static final Pattern FIELD = Pattern.compile("\\w+: ");

    static Revision of(Deed deed) {
        return new Revision(deed.at(), deed.who(), what(deed.before(), deed.after()), deed.reason());
    }

    /** The journal keeps {@code field: value} on a line for each field, before and after. */
    private static String what(String before, String after) {
        var were = before.lines().toList();
        var are = after.lines().toList();
        if (were.size() != are.size()) {
            return before.strip() + " → " + after.strip();
        }
        var said = new ArrayList<String>();
        for (var line = 0; line < were.size(); line++) {
            var field = FIELD.matcher(were.get(line));
            var is = are.get(line);
            var same = field.lookingAt() && is.startsWith(field.group());
            said.add(were.get(line) + " → " + (same ? is.substring(field.end()) : is));
        }
        return String.join("; ", said);
    }
}
