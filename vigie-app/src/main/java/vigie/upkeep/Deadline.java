package vigie.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for its time.
 *
 * @param name a key of the messages
 * @param due when it is next due; null where nothing is awaited
 * @param fault how it failed at its last turn; empty where it did not
 */
public record Deadline(String name, @Nullable Instant due, String fault) {}
