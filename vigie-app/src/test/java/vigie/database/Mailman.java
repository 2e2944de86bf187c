package vigie.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes letters and may keep silent about it. */
final class Mailman implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    /** The Message-IDs of the letters that it has taken, as they came. */
    final List<String> taken = new CopyOnWriteArrayList<>();
    /** Whether it says so to those who brought them. */
    volatile boolean silent;

    Mailman() throws IOException {
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> hear(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void hear(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.ISO_8859_1);
            out.print("220 mailman\r\n");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                    out.print("354 go on\r\n");
                    take(in);
                    if (!silent) {
                        out.print("250 taken\r\n");
                    }
                } else {
                    out.print("250 ok\r\n");
                }
            }
        } catch (IOException gone) {
            // whoever brought a letter was killed
        }
    }

    private void take(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            id = line.startsWith("Message-ID: ")
                    ? line.substring("Message-ID: ".length()).strip()
                    : id;
        }
        taken.add(id);
    }
}
