package vigie.mail;

/** What became of a letter that came in. Only one that was filed has an effect. */
public enum Fate {
    /** It answers one of our threads and was handed to the room of the thread. */
    FILED,
    /** It answers nothing of ours. */
    STRAY,
    /** A machine wrote it (RFC 3834). */
    AUTOMATIC,
    /** It is one of our own that came back. */
    LOOP,
    /** Its sender wrote more in an hour than anybody may. */
    TOO_MANY,
    /** It is larger than what is read. */
    TOO_LARGE
}
