package vigie.check;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.registry.Service;
import vigie.registry.ServicePanel;

/** The checks of a service on its page, each with a button that runs it now. */
@Component
class ServiceChecks implements ServicePanel {
    private final Plan plan;
    private final TemplateEngine templates;

    ServiceChecks(Plan plan, TemplateEngine templates) {
        this.plan = plan;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Service service, Frame frame) {
        var checks = plan.of(service);
        return checks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "check.panel",
                        output -> templates.render(
                                "check/panel.jte",
                                Map.of("frame", frame, "service", service, "checks", checks),
                                output)));
    }
}
