package vigie.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.source.Run.Outcome;
import vigie.words.Words;

/** A GOCDB behind TLS that lets in only who shows a certificate it trusts. The keys are made for the test. */
@InTheHouse
class ClientCertificateTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final char[] SECRET = "changeit".toCharArray();

    @TempDir
    static Path made;

    @Autowired
    House.Keys house;

    @Autowired
    Federation federation;

    @Autowired
    Readings readings;

    @Autowired
    SourceTable sources;

    @Autowired
    RunTable runs;

    private final int number = NUMBER.incrementAndGet();
    private final String site = "TLS-" + number;
    private Path folder;
    private GocdbDouble gocdb;

    @BeforeEach
    void a_registry_behind_tls() throws Exception {
        folder = Files.createDirectories(Path.of(house.environment().getRequiredProperty("vigie.data"), "credentials"));
        for (var name : new String[] {"server", "vigie", "stranger"}) {
            pair(name);
        }
        Files.writeString(folder.resolve("trusted.pem"), certificate("server"));
        for (var name : new String[] {"vigie", "stranger"}) {
            Files.writeString(folder.resolve(name + ".pem"), certificate(name) + key(name));
        }
        gocdb = new GocdbDouble(whoTrustsVigie())
                .site(1, site, "Certified")
                .service(10, site, "ce.tls.example.org", "webdav", "https://ce.tls.example.org/");
    }

    @AfterEach
    void the_registry_goes() throws IOException {
        gocdb.close();
        Files.delete(folder.resolve("trusted.pem"));
    }

    private Run read(String credential) {
        var id = sources.add(
                "tls-" + NUMBER.incrementAndGet(),
                Source.Kind.GOCDB,
                gocdb.url(),
                "",
                "",
                credential,
                Duration.ZERO,
                house.clock().instant());
        return runs.find(id, readings.read(Actor.HOUSE, sources.find(id).orElseThrow(), false, false))
                .orElseThrow();
    }

    @Test
    void who_shows_the_certificate_is_let_in_by_the_private_door() {
        var run = read("vigie.pem");
        assertThat(run.trouble(Words.ENGLISH)).isEmpty();
        assertThat(run.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(gocdb.shown()).contains("CN=vigie");
        assertThat(federation.siteNamed(site).orElseThrow().status()).isEqualTo(CertificationStatus.CERTIFIED);
    }

    @Test
    void who_shows_none_or_a_strangers_is_told_so_and_nothing_changes() {
        var edition = federation.edition();
        for (var credential : new String[] {"", "stranger.pem"}) {
            var run = read(credential);
            assertThat(run.outcome()).as("shown: '%s'", credential).isEqualTo(Outcome.FAILED);
            assertThat(run.trouble(Words.ENGLISH)).contains("127.0.0.1").containsPattern("SSL|Certificate|IOException");
        }
        assertThat(gocdb.asked()).isEmpty();
        assertThat(federation.edition()).isEqualTo(edition);
    }

    @Test
    void a_server_that_nobody_vouches_for_is_not_told_who_vigie_is() throws IOException {
        Files.writeString(folder.resolve("trusted.pem"), certificate("stranger"));
        var run = read("vigie.pem");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.trouble(Words.ENGLISH)).contains("SSLHandshakeException");
        assertThat(gocdb.shown()).isEmpty();
    }

    private static SSLContext whoTrustsVigie() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("vigie", store("vigie").getCertificate("one"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("server"), SECRET);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void pair(String name) throws Exception {
        if (Files.exists(made.resolve(name + ".p12"))) {
            return;
        }
        var keytool = new ProcessBuilder((Path.of(System.getProperty("java.home"), "bin", "keytool")
                                + " -genkeypair -alias one -keyalg EC"
                                + " -dname CN=" + name + " -ext san=ip:127.0.0.1 -validity 30 -storetype PKCS12"
                                + " -storepass " + new String(SECRET) + " -keystore "
                                + made.resolve(name + ".p12"))
                        .split(" "))
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static KeyStore store(String name) throws Exception {
        return KeyStore.getInstance(made.resolve(name + ".p12").toFile(), SECRET);
    }

    private static String certificate(String name) throws IOException {
        try {
            return pem("CERTIFICATE", store(name).getCertificate("one").getEncoded());
        } catch (Exception unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String key(String name) throws Exception {
        return pem("PRIVATE KEY", store(name).getKey("one", SECRET).getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
