package vigie.registry;

import java.util.Optional;
import vigie.page.Frame;

/** What another room has to show on the page of a site. */
public interface SitePanel {
    /** The panel; empty where there is nothing to show to the one who looks. */
    Optional<Panel> on(Site site, Frame frame);
}
