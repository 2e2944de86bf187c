package vigie.match;

import java.time.Instant;
import java.util.Set;

/**
 * What somebody wrote of a failure, wherever they wrote it: a ticket of the helpdesk, or a mail.
 *
 * @param at when it was written
 * @param site the site that it names in a field of its own; empty where it has none
 * @param text its subject, and on the lines after it what follows
 * @param vos the VOs for which it speaks; empty where unknown
 */
public record Said(Instant at, String site, String text, Set<String> vos) {}
