package vigie.help;

/**
 * A mail that could not be taken.
 *
 * @param position its number in the archive, from 1
 * @param from where it begins, in bytes from the start of the archive
 * @param bytes how large it is
 * @param kept how many of its bytes are kept, to be fetched again
 */
public record Refused(int position, long from, long bytes, long kept, Unread reason) {}
