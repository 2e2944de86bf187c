package vigie.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.status.Status;

/** {@code tcp HOST PORT}: somebody accepts a connection. */
@Component
class TcpProbe implements Probe {
    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Outcome run(List<String> words, Duration patience) {
        var arguments = new Arguments(words, 2);
        var port = arguments.port(1);
        var watch = new Stopwatch();
        try (var socket = new Socket()) {
            socket.connect(address(arguments.at(0), port), (int) patience.toMillis());
            return Outcome.of(
                    Status.OK,
                    "%s port %d answers after %s".formatted(arguments.at(0), port, watch.said()),
                    watch.data());
        } catch (IOException refused) {
            return Outcome.of(
                    Status.CRITICAL, "%s port %d: %s".formatted(arguments.at(0), port, Stopwatch.said(refused)), "");
        }
    }

    /** The address of a host; one that has none is a fault of the host, not of the check. */
    static InetSocketAddress address(String host, int port) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new java.net.UnknownHostException("no address is known for " + host);
        }
        return address;
    }
}
