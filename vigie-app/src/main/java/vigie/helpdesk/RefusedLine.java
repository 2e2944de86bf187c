package vigie.helpdesk;

import java.util.List;

/**
 * A row that was not taken.
 *
 * @param ticket its number there, as far as it could be read
 * @param field the field at fault
 * @param value what stands in it
 * @param expected the key of the sentence that says what was expected, and {@code arguments} for its places
 * @param raw the row as it stood in the file
 */
public record RefusedLine(
        int line, String ticket, String field, String value, String expected, List<String> arguments, String raw) {}
