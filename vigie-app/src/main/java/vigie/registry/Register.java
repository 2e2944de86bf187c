package vigie.registry;

import java.util.List;
import java.util.Map;
import vigie.people.Actor;
import vigie.registry.Difference.Kind;

/**
 * One of the lists that make up the registry, kept by hand as far as no source owns it. Every writing method asks
 * whether the actor may, refuses at the field what does not fit, writes the journal, and tells that the registry has
 * changed.
 */
interface Register {
    Kind kind();

    /** Its word in addresses, such as {@code sites}. */
    String path();

    /** Every entry, closed ones too, by name. */
    List<Row> rows();

    /** Whether the actor may add to it somewhere. */
    boolean mayAdd(Actor who);

    /** Whether the actor may change the entry. */
    boolean mayChange(Actor who, Row row);

    /** The form of a new entry; what is given is filled in. */
    Form blank(Actor who, Map<String, String> given);

    /** The form of the entry of a number. */
    Form form(Actor who, long id);

    /** Adds one; answers its number. */
    long add(Actor who, Written written);

    /** Changes one; what is equal afterwards leaves no trace. */
    void change(Actor who, long id, Written written);

    /** The version of the entry, to be asked before the entry is read. */
    long version(long id);

    /** Closes one: it is no longer there, but what happened to it stays readable. */
    void close(Actor who, long id, Written written);

    /**
     * An entry as a list shows it.
     *
     * @param site the site it belongs to, or 0
     * @param page where it is shown; empty where it has no page of its own
     */
    record Row(long id, String name, String said, String source, boolean closed, long site, String page) {}
}
