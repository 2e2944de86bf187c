package vigie.expertise;

import java.time.Instant;
import java.util.List;

/**
 * What a person has said of their own knowledge.
 *
 * @param name as others know them
 * @param about in their words; may be empty
 * @param products software and deployment tools that they know
 * @param named whether their name may stand beside what they solved
 * @param asked whether calls for help may be sent to them
 * @param said when they last said so
 */
public record Expert(
        long person, String name, String about, List<String> products, boolean named, boolean asked, Instant said) {}
