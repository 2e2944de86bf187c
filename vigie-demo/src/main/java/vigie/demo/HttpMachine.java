package vigie.demo;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server that says hello, with TLS where it is given a context. */
final class HttpMachine implements Machine {
    private final String name;
    private final @Nullable SSLContext tls;
    private @Nullable HttpServer server;
    private int port;

    HttpMachine(String name, int port, @Nullable SSLContext tls) {
        this.name = name;
        this.port = port;
        this.tls = tls;
    }

    @Override
    public synchronized void start() throws IOException {
        if (server != null) {
            return;
        }
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var fresh = tls == null ? HttpServer.create(address, 50) : secure(address, tls);
        fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fresh.createContext("/", exchange -> {
            var text = (name + " is here\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : text.length);
            try (var body = exchange.getResponseBody()) {
                if (!exchange.getRequestMethod().equals("HEAD")) {
                    body.write(text);
                }
            }
        });
        fresh.start();
        port = fresh.getAddress().getPort();
        server = fresh;
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        var secure = HttpsServer.create(address, 50);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        return secure;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public synchronized boolean runs() {
        return server != null;
    }

    @Override
    public synchronized int port() {
        return port;
    }
}
