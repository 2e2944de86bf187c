package vigie.demo;

import java.net.URI;
import org.springframework.stereotype.Component;
import vigie.check.Whereabouts;
import vigie.registry.Service;

/** Every host of the demonstration is this machine, each service on a port of its own. */
@Component
class OnThisMachine implements Whereabouts {
    private static final String HERE = "127.0.0.1";

    private final Machines machines;
    private volatile boolean open;

    OnThisMachine(Machines machines) {
        this.machines = machines;
    }

    /** From now on checks run by themselves. */
    void open() {
        open = true;
    }

    @Override
    public Service of(Service registered) {
        return machines.of(registered)
                .map(machine -> new Service(
                        registered.id(),
                        registered.site(),
                        registered.siteName(),
                        HERE,
                        registered.type(),
                        machine.port(),
                        url(registered, machine.port()),
                        registered.production(),
                        registered.monitored()))
                .orElse(registered);
    }

    private static String url(Service registered, int port) {
        if (registered.url().isEmpty()) {
            return "";
        }
        var url = URI.create(registered.url());
        return url.getScheme() + "://" + HERE + ":" + port + url.getRawPath();
    }

    @Override
    public boolean areOpen() {
        return open;
    }
}
