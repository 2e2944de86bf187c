package vigie.people;

import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;

/**
 * The header {@code Idempotency-Key}: who is not sure whether a request arrived sends it again with the same key, and it
 * has its effect once. A key is its sender's own; two senders may use the same.
 */
public final class SentOnce {
    private static final int LONGEST = 200;

    private SentOnce() {}

    /** What tells this request from any other; empty where its sender gave no key. */
    public static String key(Actor actor, @Nullable String header) {
        if (header == null) {
            return "";
        }
        if (header.isBlank() || header.length() > LONGEST) {
            throw Refusal.unreadable("Idempotency-Key", "people.key-length", header.length(), LONGEST);
        }
        return "sent:" + actor.person() + ":" + header;
    }
}
