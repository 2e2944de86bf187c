package vigie.registry;

import java.util.List;

/**
 * A row that cannot be taken as it is; the others go in.
 *
 * @param row what the row is about, as far as it could be read
 * @param field the field at fault
 * @param value what stands there
 * @param expected the sentence of the messages that says what was expected
 * @param arguments what fills the places of that sentence
 */
public record Misfit(
        Origins.Place place, String row, String field, String value, String expected, List<String> arguments) {}
