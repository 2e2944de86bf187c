package vigie.help;

/** Why a mail was not taken. */
public enum Unread {
    /** It is larger than the setting allows. */
    TOO_LARGE,
    /** It has neither a sender nor a subject nor a Message-ID: it is no mail. */
    NO_MAIL,
    /** Neither it nor the archive says when it was written, or it was written in the future. */
    NO_DATE
}
