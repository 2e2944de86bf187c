package vigie.problem;

import java.util.Optional;
import vigie.page.Frame;
import vigie.registry.Panel;

/** What another room has to show on the page of a problem. */
public interface ProblemPanel {
    /** The panel; empty where there is nothing to show to the one who looks. */
    Optional<Panel> on(Problem problem, Frame frame);
}
