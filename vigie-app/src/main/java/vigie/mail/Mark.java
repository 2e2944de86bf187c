package vigie.mail;

/**
 * How far a mailbox has been read.
 *
 * @param validity the number of the server's numbering (RFC 3501 UIDVALIDITY); under another one all is read again
 * @param uid the number of the last letter read
 */
public record Mark(long validity, long uid) {}
