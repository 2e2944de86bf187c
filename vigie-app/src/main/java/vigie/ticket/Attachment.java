package vigie.ticket;

import java.time.Instant;

/**
 * A file handed in with a ticket.
 *
 * @param name a file name without folders, at most 200 characters
 * @param type its media type, told by its content
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
public record Attachment(long id, Instant at, String author, String name, String type, long size, String sha256) {}
