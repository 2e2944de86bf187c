package vigie.mail;

/**
 * How a letter that came in shows that its writer had got one of ours. A sender's address shows nothing: anybody can
 * write it.
 */
public enum Proof {
    /** It was sent to the sealed address that our letter asked to answer to. */
    SEAL,
    /** It refers to the Message-ID of our letter, which is random and known to who got it. */
    ANSWER,
    /** In no way. */
    NONE
}
