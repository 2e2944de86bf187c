package vigie.registry;

/** The number of a service; opaque, and never given to another. */
public record ServiceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
