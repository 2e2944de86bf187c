package vigie.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.registry.Difference.Change;
import vigie.registry.Difference.Field;
import vigie.registry.Difference.Kind;
import vigie.registry.Difference.What;

/**
 * One thing to do so that the registry says what the picture says.
 *
 * @param kept the row that is there; null for something new
 * @param entry what it shall say; null for what is removed
 */
record Step<E extends Record>(
        Kind kind,
        What what,
        String name,
        @Nullable Kept<E> kept,
        @Nullable E entry,
        List<Field> fields) {
    Change change() {
        return new Change(kind, what, name, fields);
    }

    Kept<E> there() {
        if (kept == null) {
            throw new IllegalStateException("%s %s is new (expected: a row that is there)".formatted(kind, name));
        }
        return kept;
    }

    E wanted() {
        if (entry == null) {
            throw new IllegalStateException("%s %s is removed (expected: an entry)".formatted(kind, name));
        }
        return entry;
    }
}
