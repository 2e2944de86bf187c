package vigie.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One figure of a result's performance data, as Nagios plugins write them:
 * {@code 'label'=value[unit];[warning];[critical];[least];[most]}.
 *
 * @param value the number as it was written, or {@code U} where the plugin could not tell
 * @param unit such as {@code s}, {@code %}, {@code B}, {@code c}; empty where there is none
 * @param warning the range that warns, as it was written; empty where there is none, here and below
 */
public record Measure(
        String label, String value, String unit, String warning, String critical, String least, String most) {
    private static final Pattern ITEM = Pattern.compile(
            "(?<=^|\\s)(?:'((?:[^']|'')*)'|([^\\s='][^='\\s]*))=(U|-?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)([^\\s;0-9.]*)"
                    + "(?:;([^\\s;]*))?(?:;([^\\s;]*))?(?:;([^\\s;]*))?(?:;([^\\s;]*))?;?(?=\\s|$)");

    /** Reads all that can be read; what breaks the rules is passed over. */
    public static List<Measure> of(String data) {
        var all = new ArrayList<Measure>();
        for (var found = ITEM.matcher(data); found.find(); ) {
            all.add(new Measure(
                    found.group(1) != null ? found.group(1).replace("''", "'") : found.group(2),
                    found.group(3),
                    found.group(4),
                    given(found.group(5)),
                    given(found.group(6)),
                    given(found.group(7)),
                    given(found.group(8))));
        }
        return List.copyOf(all);
    }

    private static String given(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }
}
