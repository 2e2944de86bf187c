package vigie.monitor;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vigie.page.Frame;
import vigie.registry.Panel;
import vigie.registry.Service;
import vigie.registry.ServicePanel;

/** What is believed of a service's metrics, on its page. */
@Component
class ServiceMetrics implements ServicePanel {
    private final Statuses statuses;
    private final TemplateEngine templates;

    ServiceMetrics(Statuses statuses, TemplateEngine templates) {
        this.statuses = statuses;
        this.templates = templates;
    }

    @Override
    public Optional<Panel> on(Service service, Frame frame) {
        return Optional.of(new Panel(
                "monitor.panel",
                output -> templates.render(
                        "monitor/panel.jte",
                        Map.of("frame", frame, "service", service, "states", statuses.ofService(service.id())),
                        output)));
    }
}
