package vigie.ticket;

/**
 * How the tickets of a site are opened.
 *
 * @param opensByItself whether one that is due is opened without anybody's click
 * @param language in which it is drafted, {@code fr} or {@code en}
 * @param quality how soon the site promises to answer
 * @param country whose days off do not count for its deadlines
 */
public record Policy(boolean opensByItself, String language, Quality quality, String country) {}
