package vigie.registry;

import gg.jte.Content;

/**
 * A part of a page that another room fills.
 *
 * @param titleKey the sentence of its heading
 * @param content what stands under the heading
 */
public record Panel(String titleKey, Content content) {}
