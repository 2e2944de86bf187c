package vigie.meeting;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody who was there, and the site or organisation they spoke for. */
public record Attendance(String name, String site) {

    /** The names of those who were there, by site, as the minutes list them. */
    public static SequencedMap<String, List<String>> bySite(List<Attendance> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        Attendance::site, TreeMap::new, Collectors.mapping(Attendance::name, Collectors.toList())));
    }
}
