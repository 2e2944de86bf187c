package vigie.registry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What would change if a picture were taken over.
 *
 * @param changes in the order in which they are made
 * @param misfits the entries that cannot be taken
 * @param owned how much of each kind the source owns before the change
 */
public record Difference(List<Change> changes, List<Misfit> misfits, Map<Kind, Integer> owned) {

    /** What an entry is about. */
    public enum Kind {
        NGI,
        SITE,
        SERVICE,
        CONTACT,
        DOWNTIME,
        ORGANISATION,
        VO,
        TYPE,
        PERSON
    }

    /** What happens to an entry. */
    public enum What {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** One entry that changes; {@code fields} is empty unless it is {@code CHANGED}. */
    public record Change(Kind kind, What what, String name, List<Field> fields) {}

    /** One field that changes. */
    public record Field(String name, String before, String after) {
        @Override
        public String toString() {
            return name + ": " + before + " → " + after;
        }
    }

    /** How many entries change in this way. */
    public long count(What what) {
        return changes.stream().filter(change -> change.what() == what).count();
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * The kinds of which more than this share would be removed. A site that closes takes its services with it; these
     * are counted like any other, since nobody can tell them from services lost by mistake.
     */
    public Map<Kind, Long> removedBeyond(double share) {
        var beyond = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            var removed = changes.stream()
                    .filter(change -> change.kind() == kind && change.what() == What.REMOVED)
                    .count();
            if (removed > share * owned.getOrDefault(kind, 0)) {
                beyond.put(kind, removed);
            }
        }
        return beyond;
    }
}
