package vigie.words;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The house says no, in words: which value, where, and what was expected.
 *
 * <p>The sentence is a key of the messages, so that a page says it in the reader's language; {@link #getMessage()} says
 * it in English. One edge turns it into RFC 9457 or into a message at the field of a page.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of no it is. */
    public enum Kind {
        /** The thing asked for is not there (404). */
        NOT_FOUND,
        /** It was there, but has moved on meanwhile, or stands in the way (409). */
        CONFLICT,
        /** It is decided about a state that is no longer the present one (412). */
        STALE,
        /** The asker may not (403). */
        NOT_ALLOWED,
        /** The input cannot be taken as it is (422). */
        UNREADABLE,
        /** The body is longer than what is read (413). */
        TOO_LARGE
    }

    private final Kind kind;
    private final String key;
    private final transient List<@Nullable Object> arguments;
    private final @Nullable String field;

    private Refusal(Kind kind, String key, @Nullable String field, @Nullable Object... arguments) {
        super(Words.ENGLISH.say(key, arguments));
        this.kind = kind;
        this.key = key;
        this.field = field;
        this.arguments = Arrays.asList(arguments.clone());
    }

    /** What was asked for is not there. */
    public static Refusal notFound(String key, @Nullable Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, key, null, arguments);
    }

    /** It has moved on meanwhile, or something stands in the way. */
    public static Refusal conflict(String key, @Nullable Object... arguments) {
        return new Refusal(Kind.CONFLICT, key, null, arguments);
    }

    /** Somebody changed it after the asker had seen it. */
    public static Refusal stale(String key, @Nullable Object... arguments) {
        return new Refusal(Kind.STALE, key, null, arguments);
    }

    /** The asker may not. */
    public static Refusal notAllowed(String key, @Nullable Object... arguments) {
        return new Refusal(Kind.NOT_ALLOWED, key, null, arguments);
    }

    /** A field of the input cannot be taken; {@code field} is its name in the form or in the JSON. */
    public static Refusal unreadable(String field, String key, @Nullable Object... arguments) {
        return new Refusal(Kind.UNREADABLE, key, field, arguments);
    }

    /** The body of the request is longer than what is read. */
    public static Refusal tooLarge(String key, @Nullable Object... arguments) {
        return new Refusal(Kind.TOO_LARGE, key, null, arguments);
    }

    /** What sort of no it is. */
    public Kind kind() {
        return kind;
    }

    /** The field that was at fault, where there is one. */
    public @Nullable String field() {
        return field;
    }

    /** The sentence in English. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The sentence in the language of the reader. */
    public String in(Words words) {
        return words.say(key, arguments.toArray());
    }

    /** What RFC 9457 calls the type: {@code /problems/} and the key. */
    public URI type() {
        return URI.create("/problems/" + key.replace('.', '-'));
    }
}
