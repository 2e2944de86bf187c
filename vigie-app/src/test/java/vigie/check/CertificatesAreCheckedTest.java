package vigie.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.status.Status;
import vigie.timekeeper.TrueTime;

/** The check of a certificate, against a server that speaks TLS and others that do not. */
class CertificatesAreCheckedTest {
    private static final char[] WORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static ServerSocket server;
    private static Instant end;

    @BeforeAll
    static void a_server_with_a_certificate_of_its_own() throws Exception {
        var keys = keys();
        end = ((X509Certificate) keys.getCertificate("vigie")).getNotAfter().toInstant();
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(CertificatesAreCheckedTest::serve);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0} days before its end: {1}")
    @CsvSource(textBlock = """
            # days before the end | words                   | status   | what is said
            29,                     '',                       OK,        (29 days left)
            21,                     '',                       OK,        (21 days left)
            20,                     '',                       WARNING,   (20 days left)
            7,                      '',                       WARNING,   (7 days left)
            6,                      '',                       CRITICAL,  (6 days left)
            0,                      '',                       CRITICAL,  (0 days left)
            -1,                     '',                       CRITICAL,  ended on
            20,                     'warning=10 critical=5',  OK,        (20 days left)
            9,                      'warning=10 critical=5',  WARNING,   (9 days left)
            """)
    void it_is_told_how_many_days_are_left(int days, String words, Status status, String said) throws Exception {
        var outcome = probe(end.minus(Duration.ofDays(days))).run(words(server.getLocalPort(), words), PATIENCE);
        assertThat(outcome.status()).as(outcome.summary()).isEqualTo(status);
        assertThat(outcome.summary())
                .startsWith("certificate of CN=machine.example")
                .contains(said);
        assertThat(outcome.data()).startsWith("days=" + days + ";");
    }

    @Test
    void nobody_there_somebody_silent_and_somebody_who_speaks_something_else_are_critical() throws Exception {
        var probe = probe(end.minus(Duration.ofDays(29)));
        var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        assertThat(probe.run(words(closed.getLocalPort(), ""), PATIENCE).status())
                .isEqualTo(Status.CRITICAL);
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var outcome = probe.run(words(silent.getLocalPort(), ""), Duration.ofSeconds(1));
            assertThat(outcome.status()).as(outcome.summary()).isEqualTo(Status.CRITICAL);
        }
        try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> speakPlainly(plain));
            var outcome = probe.run(words(plain.getLocalPort(), ""), PATIENCE);
            assertThat(outcome.status()).as(outcome.summary()).isEqualTo(Status.CRITICAL);
        }
    }

    private static TlsProbe probe(Instant now) {
        return new TlsProbe(new TrueTime(Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static List<String> words(int port, String more) {
        return List.of(("127.0.0.1 " + port + " " + more).strip().split(" "));
    }

    private static void serve() {
        while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
                socket.getInputStream().read();
            } catch (IOException gone) {
                // who checks goes away as soon as the certificate is seen
            }
        }
    }

    private static void speakPlainly(ServerSocket plain) {
        try (var socket = plain.accept()) {
            socket.getOutputStream().write("220 welcome\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // who checks understands nothing and goes away
        }
    }

    private static KeyStore keys() throws Exception {
        var store = folder.resolve("machine.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias vigie -keyalg EC -dname CN=machine.example -validity 30"
                                        + " -storetype PKCS12 -storepass changeit -keystore " + store)
                                .split(" "))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        return KeyStore.getInstance(store.toFile(), WORD);
    }
}
