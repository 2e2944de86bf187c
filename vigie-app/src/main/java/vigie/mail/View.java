package vigie.mail;

/** Which letters the mailbox shows. */
public enum View {
    /** All that leave, sent or not. */
    OUTGOING,
    /** Those that a mail server took. */
    SENT,
    /** Those that wait, and those given up. */
    UNSENT,
    /** Those that may have arrived more than once, each time under the same Message-ID. */
    TWICE,
    /** Those that came in, and what became of each. */
    INCOMING
}
