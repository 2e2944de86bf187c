package vigie.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What an NGI or a site said about its tickets.
 *
 * @param name of the NGI or the site
 * @param opensByItself whether one that is due opens by itself; null where nothing was said
 * @param language in which it is drafted; null where nothing was said
 * @param quality how soon an answer is promised; null where nothing was said
 * @param country whose days off do not count; null where nothing was said
 */
public record Wish(
        String name,
        @Nullable Boolean opensByItself,
        @Nullable String language,
        @Nullable Quality quality,
        @Nullable String country) {}
