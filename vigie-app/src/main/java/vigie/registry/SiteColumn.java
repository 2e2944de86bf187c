package vigie.registry;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import vigie.page.Frame;

/** What another room has to say of every site in the list of sites: one column. */
public interface SiteColumn {
    /** The word at its head. */
    String titleKey();

    /** What stands in it; a site that is not named has an empty place there. */
    Map<SiteId, Content> of(List<Site> sites, Frame frame);

    /** A column with what stands in it. */
    record Filled(String titleKey, Map<SiteId, Content> cells) {}
}
