package vigie.check;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;
import vigie.status.Status;
import vigie.timekeeper.TrueTime;

/**
 * {@code tls HOST PORT [warning=21] [critical=7]}: the certificate is still good for so many days. Certificates keep true
 * time, also in a demonstration.
 */
@Component
class TlsProbe implements Probe {
    private final SSLContext tls = TrustsAll.context();
    private final Clock clock;

    TlsProbe(TrueTime time) {
        this.clock = time.clock();
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Outcome run(List<String> words, Duration patience) {
        var arguments = new Arguments(words, 2, "warning", "critical");
        var host = arguments.at(0);
        var port = arguments.port(1);
        var warning = arguments.number("warning", 21);
        var critical = arguments.number("critical", 7);
        try (var plain = new Socket()) {
            plain.connect(TcpProbe.address(host, port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
                socket.startHandshake();
                var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                var end = certificate.getNotAfter().toInstant();
                var left = Duration.between(clock.instant(), end).toDays();
                var ended = end.isBefore(clock.instant());
                var status = ended || left < critical ? Status.CRITICAL : left < warning ? Status.WARNING : Status.OK;
                return Outcome.of(
                        status,
                        "certificate of %s %s on %s (%d days left)"
                                .formatted(
                                        certificate.getSubjectX500Principal().getName(),
                                        ended ? "ended" : "ends",
                                        end,
                                        left),
                        "days=%d;%d:;%d:".formatted(left, warning, critical));
            }
        } catch (IOException refused) {
            return Outcome.of(Status.CRITICAL, "%s port %d: %s".formatted(host, port, Stopwatch.said(refused)), "");
        }
    }
}
