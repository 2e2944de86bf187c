package vigie.helpdesk;

import java.time.Instant;
import java.util.List;

/**
 * A ticket there that could not be taken.
 *
 * @param expected the key of the sentence that says what was expected of the field, and {@code arguments} for its places
 */
public record TurnedDown(
        long foreignId,
        String number,
        String title,
        String field,
        String value,
        String expected,
        List<String> arguments,
        Instant at) {}
