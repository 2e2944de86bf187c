package vigie.words;

/** What has a word of its own in the messages, so that a sentence that names it says it in the reader's language. */
public interface Spoken {
    /** The key of its word. */
    String key();
}
