package vigie.registry;

/** The number of a site; opaque, and kept when the site changes its name. */
public record SiteId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
