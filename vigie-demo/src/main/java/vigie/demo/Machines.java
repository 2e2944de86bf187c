package vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vigie.registry.Service;
import vigie.timekeeper.TrueTime;

/** All machines of the demonstration, by the name of the service that each of them is. */
@Component
class Machines implements DisposableBean {
    private final DemoFederation federation;
    private final DemoTable table;
    private final TrueTime time;
    private final Map<String, Machine> all = new LinkedHashMap<>();

    Machines(DemoFederation federation, DemoTable table, TrueTime time) {
        this.federation = federation;
        this.table = table;
        this.time = time;
    }

    /** Starts those that ran when the demonstration was last seen; one that stood has a port that refuses. */
    synchronized void open() throws IOException {
        var tls = OwnCertificate.context(time.clock().instant());
        for (var spot : federation.spots()) {
            var machine = made(spot, tls);
            all.put(spot.name(), machine);
            machine.start();
            if (!table.ran(spot.host(), spot.type())) {
                machine.stop();
            }
        }
    }

    private static Machine made(Spot spot, SSLContext tls) {
        return switch (spot.type()) {
            case "Site-BDII", "Top-BDII" -> new LdapMachine(spot.site(), 0);
            case "XRootD", "LFC", "APEL" -> new TcpMachine(spot.host(), 0);
            case "WMS" -> new HttpMachine(spot.host(), 0, null);
            default -> new HttpMachine(spot.host(), 0, tls);
        };
    }

    synchronized Optional<Machine> of(Service service) {
        return Optional.ofNullable(all.get(service.name()));
    }

    synchronized List<Machine> everyone() {
        return List.copyOf(all.values());
    }

    synchronized void start(Service service) {
        var machine = known(service);
        try {
            machine.start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        table.keep(service.host(), service.type(), machine.port(), true);
    }

    synchronized void stop(Service service) {
        var machine = known(service);
        machine.stop();
        table.keep(service.host(), service.type(), machine.port(), false);
    }

    private Machine known(Service service) {
        return of(service).orElseThrow(() -> vigie.words.Refusal.notFound("demo.no-machine", service.name()));
    }

    @Override
    public synchronized void destroy() {
        all.values().forEach(Machine::stop);
    }
}
