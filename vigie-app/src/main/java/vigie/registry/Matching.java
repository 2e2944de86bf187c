package vigie.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vigie.registry.Difference.Field;
import vigie.registry.Difference.Kind;
import vigie.registry.Difference.What;

/**
 * Finds for each entry of one kind the row that it speaks of: by the source's own key, or else by name. What is kept by
 * hand passes to the source that comes to know it; what another source owns stays with that one.
 *
 * @param key the entry's key in the source; empty where it has none
 * @param name by which people tell it from others
 * @param spokenOf whether the source would name the row if it still knew it
 */
record Matching<E extends Record>(
        Kind kind, String source, Function<E, String> key, Function<E, String> name, Predicate<E> spokenOf) {

    /** What is to be done, and which rows do not fit. */
    record Found<E extends Record>(List<Step<E>> steps, List<Misfit> misfits, int owned) {}

    Found<E> match(@Nullable List<E> entries, List<Kept<E>> present, boolean complete, Origins origins) {
        var owned = (int) present.stream()
                .filter(kept -> isOurs(kept) && spokenOf.test(kept.entry()))
                .count();
        if (entries == null) {
            return new Found<>(List.of(), List.of(), owned);
        }
        var search = new Search<>(this, entries, present, origins);
        entries.forEach(search::take);
        if (complete) {
            present.stream()
                    .filter(kept -> isOurs(kept) && spokenOf.test(kept.entry()))
                    .forEach(search::removeUnlessTaken);
        }
        return new Found<>(search.withoutClashes(present), search.misfits, owned);
    }

    private boolean isOurs(Kept<E> kept) {
        return kept.source().equals(source) && !kept.gone();
    }

    private static final class Search<E extends Record> {
        private final Matching<E> by;
        private final Origins origins;
        private final Map<String, Kept<E>> byKey = new HashMap<>();
        private final Map<String, Kept<E>> byName = new HashMap<>();
        private final Set<String> keysOfPicture = new HashSet<>();
        private final Map<String, E> named = new HashMap<>();
        private final Map<String, E> keyed = new HashMap<>();
        private final Set<Long> taken = new HashSet<>();
        private final List<Step<E>> steps = new ArrayList<>();
        private final List<Misfit> misfits = new ArrayList<>();

        Search(Matching<E> by, List<E> entries, List<Kept<E>> present, Origins origins) {
            this.by = by;
            this.origins = origins;
            for (var kept : present) {
                var key = by.key.apply(kept.entry());
                if (kept.source().equals(by.source) && !key.isEmpty()) {
                    byKey.merge(key, kept, Search::liveOne);
                }
                byName.merge(by.name.apply(kept.entry()), kept, Search::liveOne);
            }
            entries.forEach(entry -> keysOfPicture.add(by.key.apply(entry)));
        }

        private static <E extends Record> Kept<E> liveOne(Kept<E> one, Kept<E> other) {
            return one.gone() ? other : one;
        }

        void take(E entry) {
            var name = by.name.apply(entry);
            var key = by.key.apply(entry);
            var earlier = named.putIfAbsent(name, entry);
            if (earlier == null && !key.isEmpty()) {
                earlier = keyed.putIfAbsent(key, entry);
            }
            if (earlier != null) {
                if (!earlier.equals(entry)) {
                    refuse(
                            entry,
                            name,
                            "registry.expected.once",
                            String.valueOf(origins.of(earlier).line()));
                }
                return;
            }
            var kept = rowOf(key, name);
            if (kept != null
                    && !kept.gone()
                    && !kept.source().isEmpty()
                    && !kept.source().equals(by.source)) {
                refuse(entry, name, "registry.expected.own", kept.source());
                return;
            }
            if (kept == null) {
                steps.add(new Step<>(by.kind, What.ADDED, name, null, entry, List.of()));
                return;
            }
            taken.add(kept.id());
            var fields = changes(kept, entry);
            if (!fields.isEmpty()) {
                steps.add(new Step<>(by.kind, What.CHANGED, name, kept, entry, fields));
            }
        }

        private @Nullable Kept<E> rowOf(String key, String name) {
            var kept = key.isEmpty() ? null : byKey.get(key);
            if (kept != null) {
                return kept;
            }
            var namesake = byName.get(name);
            if (namesake == null || taken.contains(namesake.id())) {
                return null;
            }
            // a namesake that the picture knows by another key is another one, which bears a new name by now
            var known = namesake.source().equals(by.source)
                    && keysOfPicture.contains(by.key.apply(namesake.entry()))
                    && !by.key.apply(namesake.entry()).isEmpty();
            return known ? null : namesake;
        }

        private List<Field> changes(Kept<E> kept, E entry) {
            var fields = new ArrayList<Field>();
            if (!kept.source().equals(by.source)) {
                fields.add(new Field("source", kept.source(), by.source));
            }
            if (kept.gone()) {
                fields.add(new Field("gone", "yes", "no"));
            }
            fields.addAll(Comparison.fields(kept.entry(), entry));
            return fields;
        }

        void removeUnlessTaken(Kept<E> kept) {
            if (!taken.contains(kept.id())) {
                steps.add(new Step<>(by.kind, What.REMOVED, by.name.apply(kept.entry()), kept, null, List.of()));
            }
        }

        /** Refuses what would take a name that a row keeps which is not touched. */
        List<Step<E>> withoutClashes(List<Kept<E>> present) {
            var moved = new HashSet<Long>();
            steps.forEach(step -> {
                if (step.kept() != null) {
                    moved.add(step.kept().id());
                }
            });
            var held = new HashSet<String>();
            for (var kept : present) {
                if (!kept.gone() && !moved.contains(kept.id())) {
                    held.add(by.name.apply(kept.entry()));
                }
            }
            var clean = new ArrayList<Step<E>>();
            for (var step : steps) {
                if (step.entry() == null || held.add(step.name())) {
                    clean.add(step);
                } else {
                    refuse(step.wanted(), step.name(), "registry.expected.free");
                }
            }
            return clean;
        }

        private void refuse(E entry, String name, String expected, String... arguments) {
            misfits.add(new Misfit(origins.of(entry), name, "name", name, expected, List.of(arguments)));
        }
    }
}
