package vigie.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that listens on a port and greets whoever calls. */
final class TcpMachine implements Machine {
    private static final Logger LOG = LoggerFactory.getLogger(TcpMachine.class);

    private final String name;
    private @Nullable ServerSocket door;
    private int port;

    TcpMachine(String name, int port) {
        this.name = name;
        this.port = port;
    }

    @Override
    public synchronized void start() throws IOException {
        if (door != null) {
            return;
        }
        var fresh = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        port = fresh.getLocalPort();
        door = fresh;
        Thread.ofVirtual().name("machine " + name).start(() -> greet(fresh));
    }

    private void greet(ServerSocket fresh) {
        while (!fresh.isClosed()) {
            try (Socket caller = fresh.accept()) {
                caller.getOutputStream().write((name + " ready\r\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException hungUp) {
                // or the machine was stopped: the loop looks which
                LOG.debug("a caller of {} hung up", name, hungUp);
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (door != null) {
            try {
                door.close();
            } catch (IOException alreadyClosed) {
                throw new java.io.UncheckedIOException(alreadyClosed);
            } finally {
                door = null;
            }
        }
    }

    @Override
    public synchronized boolean runs() {
        return door != null;
    }

    @Override
    public synchronized int port() {
        return port;
    }
}
