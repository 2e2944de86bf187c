package vigie.people;

import java.util.Optional;

/** The names of the sites over which roles are held; brought by the room that knows the sites, a floor above. */
public interface Places {
    /** The number of the site of this name. */
    Optional<Long> site(String name);

    /** The name of the site of this number; the number itself where the site is gone. */
    String nameOf(long site);
}
