package vigie.help;

import java.util.Optional;
import vigie.page.Frame;
import vigie.registry.Panel;

/** What another room has to show on the page of a conversation of the list. */
public interface CallPanel {
    /** The panel; empty where there is nothing to show to the one who looks. */
    Optional<Panel> on(Call call, Frame frame);
}
