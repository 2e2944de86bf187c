package vigie.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.status.Status;
import vigie.words.Refusal;

class ProbesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/lib/nagios/plugins"));
    private static HttpServer web;
    private static InMemoryDirectoryServer directory;

    @BeforeAll
    static void services_on_loopback() throws Exception {
        web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body =
                    ("This is " + path + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/gone") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        var config = new InMemoryDirectoryServerConfig("o=grid");
        config.setSchema(null);
        config.setListenerConfigs(
                new InMemoryListenerConfig("bdii", InetAddress.getLoopbackAddress(), 0, null, null, null));
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: o=grid", "objectClass: organization", "o: grid");
        directory.add("dn: mds-vo-name=GRIF,o=grid", "objectClass: MDS", "mds-vo-name: GRIF");
        directory.startListening();
    }

    @AfterAll
    static void stop() {
        web.stop(0);
        directory.shutDown(true);
    }

    @Test
    void tcp_tells_whether_somebody_accepts() throws Exception {
        var tcp = new TcpProbe();
        assertThat(tcp.run(List.of("127.0.0.1", port()), PATIENCE).status()).isEqualTo(Status.OK);
        var refused = tcp.run(List.of("127.0.0.1", closedPort()), PATIENCE);
        assertThat(refused.status()).isEqualTo(Status.CRITICAL);
        assertThat(refused.summary()).contains("refused");
        assertThat(tcp.run(List.of("no-such-host.invalid", "80"), PATIENCE).summary())
                .contains("no address is known");
        assertThatThrownBy(() -> tcp.run(List.of("127.0.0.1", "http"), PATIENCE))
                .hasMessage("port 'http' (expected: 1 to 65535)");
    }

    @Test
    void http_looks_at_status_and_words() {
        var http = new HttpProbe();
        assertThat(http.run(List.of(url("/")), PATIENCE).status()).isEqualTo(Status.OK);
        assertThat(http.run(List.of(url("/gone")), PATIENCE).status()).isEqualTo(Status.CRITICAL);
        assertThat(http.run(List.of(url("/gone"), "expect=200,500-503"), PATIENCE)
                        .status())
                .isEqualTo(Status.OK);
        assertThat(http.run(List.of(url("/"), "match=This is /"), PATIENCE).status())
                .isEqualTo(Status.OK);
        assertThat(http.run(List.of(url("/"), "match=^elsewhere"), PATIENCE).summary())
                .endsWith("without '^elsewhere'");
        assertThatThrownBy(() -> http.run(List.of("ftp://example.org"), PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_expression_that_would_search_for_ever_is_stopped() {
        var outcome = new HttpProbe().run(List.of(url("/"), "match=(a+)+$"), Duration.ofSeconds(2));
        assertThat(outcome.status()).isIn(Status.UNKNOWN, Status.CRITICAL);
    }

    @Test
    void ldap_wants_an_entry() throws Exception {
        var ldap = new LdapProbe();
        var port = String.valueOf(directory.getListenPort());
        assertThat(ldap.run(List.of("localhost", port), PATIENCE).status()).isEqualTo(Status.OK);
        assertThat(ldap.run(List.of("localhost", port, "filter=(mds-vo-name=GRIF)"), PATIENCE)
                        .status())
                .isEqualTo(Status.OK);
        assertThat(ldap.run(List.of("localhost", port, "filter=(mds-vo-name=NOWHERE)"), PATIENCE)
                        .status())
                .isEqualTo(Status.CRITICAL);
        assertThat(ldap.run(List.of("localhost", port, "base=o=elsewhere"), PATIENCE)
                        .status())
                .isEqualTo(Status.CRITICAL);
        assertThat(ldap.run(List.of("localhost", closedPort()), PATIENCE).status())
                .isEqualTo(Status.CRITICAL);
    }

    @Test
    void a_real_check_http_and_check_tcp_are_run_as_they_are() throws Exception {
        for (var plugin : List.of("check_http", "check_tcp")) {
            assertThat(Files.isExecutable(FOLDERS.getFirst().resolve(plugin)))
                    .as("Debian's %s is missing: apt-get install monitoring-plugins-basic", plugin)
                    .isTrue();
        }
        var service = service(web.getAddress().getPort());
        var http = new Plugin()
                .run(
                        Command.of("/usr/lib/nagios/plugins/check_http -H $HOST$ -p $PORT$ -u /index.html", FOLDERS)
                                .on(service),
                        PATIENCE);
        assertThat(http.status()).as(http.summary()).isEqualTo(Status.OK);
        assertThat(http.summary()).startsWith("HTTP OK");
        assertThat(http.data()).contains("time=").contains("size=");
        var tcp = new Plugin()
                .run(
                        Command.of("/usr/lib/nagios/plugins/check_tcp -H $HOST$ -p $PORT$", FOLDERS)
                                .on(service(Integer.parseInt(closedPort()))),
                        PATIENCE);
        assertThat(tcp.status()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void a_command_is_words_and_never_a_shell() {
        var service = service(8443);
        assertThat(Command.of("tcp $HOST$ $PORT:1$", FOLDERS).on(service)).containsExactly("tcp", "127.0.0.1", "8443");
        assertThat(Command.of("http \"$URL$a b\" match=\"\"", FOLDERS).on(service))
                .contains("http", "https://127.0.0.1:8443/a b");
        assertThat(Command.of("tcp $HOST$ $PORT:2170$", FOLDERS).on(service(null)))
                .containsExactly("tcp", "127.0.0.1", "2170");
        assertThatThrownBy(() -> Command.of("tcp $HOST$ $PORT$", FOLDERS).on(service(null)))
                .hasMessageStartingWith("no port is known");
        for (var wrong :
                List.of("", "/bin/sh -c id", "/usr/lib/nagios/plugins/../../../bin/sh", "check_http", "tcp \"a")) {
            assertThatThrownBy(() -> Command.of(wrong, FOLDERS)).as(wrong).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> Command.of("tcp $HOME$ 1", FOLDERS)).hasMessageContaining("$HOME$");
    }

    private static Service service(@org.jspecify.annotations.Nullable Integer port) {
        return new Service(new ServiceId(1), new SiteId(1), "IN2P3-LPC", "127.0.0.1", "webdav", port, "", true, true);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private static String port() {
        return String.valueOf(web.getAddress().getPort());
    }

    private static String closedPort() throws java.io.IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
