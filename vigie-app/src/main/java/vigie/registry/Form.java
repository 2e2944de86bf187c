package vigie.registry;

import java.util.List;

/**
 * A form on which one entry of the registry is added or changed.
 *
 * @param id 0 for a new one
 * @param version the state that it shows
 * @param name what is changed; empty for a new one
 * @param owner the source that owns it; empty where it is kept by hand
 * @param closable whether the page offers to close it
 * @param page where it is shown; empty where it has no page of its own
 */
public record Form(
        long id,
        long version,
        String name,
        String owner,
        boolean closed,
        boolean closable,
        String page,
        List<FormField> fields) {
    /** Whether anything on it may be written. */
    public boolean isWritable() {
        return !closed && fields.stream().anyMatch(field -> !field.owned());
    }
}
