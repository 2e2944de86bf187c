package vigie.match;

/**
 * The problem of which something was said, and why it is thought so.
 *
 * @param reason {@code match.host} where a machine was named, {@code match.service} where a kind of service was,
 *     {@code match.site} where all of a site was
 * @param word what in the text said it
 */
public record Match(long problem, String reason, String word) {}
