package vigie.registry;

import java.util.IdentityHashMap;

/** Where each entry of a picture was read, so that what is refused later is still refused with its line. */
public final class Origins {
    private final IdentityHashMap<Record, Place> places = new IdentityHashMap<>();

    /**
     * A place in what was read.
     *
     * @param file the file's name, or the method that the source was asked with
     * @param line from 1; 0 where there is none
     */
    public record Place(String file, int line) {
        static final Place NOWHERE = new Place("", 0);
    }

    /** Keeps the place of an entry; answers the entry. */
    public <E extends Record> E at(Place place, E entry) {
        places.put(entry, place);
        return entry;
    }

    Place of(Record entry) {
        return places.getOrDefault(entry, Place.NOWHERE);
    }
}
