package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The server alone, without the house behind it. */
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void two_pairs_of_files() throws Exception {
        pair("one");
        pair("other");
        Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nnot a certificate\n");
    }

    @Test
    void two_files_that_belong_together_serve_https_and_secure_cookies() throws Exception {
        try (var server = start("one.pem", "one.key")) {
            var port = server.getEnvironment().getProperty("local.server.port");
            try (var browser =
                    HttpClient.newBuilder().sslContext(trusting("one")).build()) {
                var answer = browser.send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo("seen over https");
                assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                        .startsWith("vigie=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax");
            }
        }
    }

    @Test
    void a_key_of_another_certificate_is_refused_in_one_line(CapturedOutput console) {
        assertThatThrownBy(() -> start("one.pem", "other.key"))
                .hasMessageMatching("The key in \\S+other.key does not belong to the first certificate in \\S+one.pem"
                        + " \\(CN=localhost\\)\\.");
        assertThat(console.getErr().lines().filter(line -> !line.isBlank()))
                .singleElement()
                .asString()
                .startsWith("vigie: The key in ");
    }

    @Test
    void a_file_that_is_missing_or_no_pem_is_named() {
        assertThatThrownBy(() -> start("none.pem", "one.key"))
                .hasMessageMatching("The file \\S+none.pem cannot be read .*");
        assertThatThrownBy(() -> start("garbage.pem", "one.key"))
                .hasMessageMatching("No certificate can be read in \\S+garbage.pem .*");
        assertThatThrownBy(() -> start("one.key", "one.key"))
                .hasMessageMatching("No certificate can be read in \\S+one.key .*");
        assertThatThrownBy(() -> start("one.pem", "one.pem"))
                .hasMessageMatching("No private key can be read in \\S+one.pem .*");
    }

    @Test
    void one_file_alone_is_refused() {
        assertThatThrownBy(() -> run("--vigie.tls.certificate=" + folder.resolve("one.pem")))
                .hasMessage("TLS needs two files, but vigie.tls.key is not given"
                        + " (expected: both vigie.tls.certificate and vigie.tls.key).");
    }

    private static ConfigurableApplicationContext start(String certificate, String key) {
        return run("--vigie.tls.certificate=" + folder.resolve(certificate), "--vigie.tls.key=" + folder.resolve(key));
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Alone.class)
                .properties("server.port=0", "logging.level.root=off")
                .run(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("--server.port=0", "--vigie.data=" + folder.resolve("data")),
                                java.util.Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
    @Import(Tls.class)
    static class Alone {
        @Bean
        ServletRegistrationBean<HttpServlet> answer() {
            return new ServletRegistrationBean<>(new Seen(), "/");
        }
    }

    static final class Seen extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession();
            response.getWriter().write("seen over " + request.getScheme());
        }
    }

    private static void pair(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "vigie",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "30",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        pem(name + ".pem", "CERTIFICATE", keys.getCertificate("vigie").getEncoded());
        pem(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey("vigie", "changeit".toCharArray()).getEncoded());
    }

    private static void pem(String file, String kind, byte[] content) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + kind + "-----\n");
    }

    private static SSLContext trusting(String name) throws Exception {
        var keys = KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), "changeit".toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("vigie", keys.getCertificate("vigie"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
