package vigie.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.stereotype.Component;
import vigie.words.Refusal;

/**
 * The certificates and tokens by which Vigie is known to a source. They are files in one folder of the server, named
 * but never shown: a PEM file with a certificate chain and its private key, or a file that holds a bearer token. They
 * are read afresh at each reading, so that they may be renewed. A file {@code trusted.pem} there names authorities
 * trusted besides those of Java.
 */
@Component
class Credentials {
    private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private final Path folder;

    Credentials(@Value("${vigie.source.credentials:${vigie.data}/credentials}") Path folder) {
        this.folder = folder;
    }

    /** How Vigie shows who it is. */
    record Shown(@Nullable SSLContext certificate, @Nullable String token) {}

    /** What the file holds; an empty name is nothing to show. */
    Shown of(String name) {
        try {
            var authorities = folder.resolve("trusted.pem");
            var trusted = Files.exists(authorities) ? pem(authorities) : null;
            if (name.isEmpty()) {
                return new Shown(trusted == null ? null : tls(null, trusted), null);
            }
            var file = file(name);
            var text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.contains("-----BEGIN")) {
                return new Shown(tls(PemContent.of(text), trusted), null);
            }
            return new Shown(trusted == null ? null : tls(null, trusted), token(name, text));
        } catch (IOException | GeneralSecurityException | IllegalStateException | IllegalArgumentException unusable) {
            throw Refusal.unreadable("credential", "source.credential-unusable", name, folder);
        }
    }

    /** Refuses a name that leads out of the folder, or to nothing. */
    void mustHave(String name) {
        if (!name.isEmpty()) {
            file(name);
        }
    }

    private Path file(String name) {
        var file = folder.resolve(name.matches(NAMES) ? name : "-");
        if (!Files.isRegularFile(file)) {
            throw Refusal.unreadable("credential", "source.credential-missing", name, folder);
        }
        return file;
    }

    private static String token(String name, String text) {
        var token = text.strip();
        if (!token.matches("[A-Za-z0-9._~+/=-]{1,16000}")) {
            throw new IllegalArgumentException("credential '%s' (expected: a PEM file or one token)".formatted(name));
        }
        return token;
    }

    private static PemContent pem(Path file) throws IOException {
        return PemContent.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static SSLContext tls(@Nullable PemContent own, @Nullable PemContent trusted)
            throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(
                own == null ? null : keys(own),
                trusted == null ? null : trust(trusted).getTrustManagers(),
                null);
        return context;
    }

    private static KeyManager[] keys(PemContent own) throws GeneralSecurityException, IOException {
        var key = own.getPrivateKey();
        if (key == null) {
            throw new GeneralSecurityException("no private key");
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, new char[0], own.getCertificates().toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return keys.getKeyManagers();
    }

    private static TrustManagerFactory trust(PemContent trusted) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var number = 0;
        for (var authority : trusted.getCertificates()) {
            store.setCertificateEntry("own-" + number++, authority);
        }
        var usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        for (var manager : usual.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (var authority : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("java-" + number++, authority);
                }
            }
        }
        var both = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        both.init(store);
        return both;
    }
}
