package vigie.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;
import vigie.status.Status;

/**
 * {@code http URL [expect=200-399] [match=REGEXP]}: the answer has one of the status codes ({@code 200,301-302}), and the
 * beginning of its body holds what the expression says. Redirects are not followed.
 */
@Component
class HttpProbe implements Probe {
    private static final int READ = 64 << 10;

    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(TrustsAll.context())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Outcome run(List<String> words, Duration patience) {
        var arguments = new Arguments(words, 1, "expect", "match");
        var expected = arguments.named("expect", "200-399");
        var match = pattern(arguments.named("match", ""));
        var request = HttpRequest.newBuilder(uri(arguments.at(0)))
                .timeout(patience)
                .header("User-Agent", "Vigie")
                .build();
        var watch = new Stopwatch();
        var end = System.nanoTime() + patience.toNanos();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var text = new String(body.readNBytes(READ), StandardCharsets.UTF_8);
                var said = "HTTP %d after %s".formatted(answer.statusCode(), watch.said());
                if (!isExpected(answer.statusCode(), expected)) {
                    return Outcome.of(Status.CRITICAL, said + " (expected: %s)".formatted(expected), watch.data());
                }
                if (!match.matcher(new Impatient(text, end)).find()) {
                    return Outcome.of(
                            Status.CRITICAL, said + ", without '%s'".formatted(match.pattern()), watch.data());
                }
                return Outcome.of(Status.OK, said, watch.data());
            }
        } catch (Impatient.TookTooLong matching) {
            return Outcome.unknown("'%s' takes too long to be looked for".formatted(match.pattern()));
        } catch (IOException refused) {
            return Outcome.of(Status.CRITICAL, "%s: %s".formatted(arguments.at(0), Stopwatch.said(refused)), "");
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return Outcome.unknown("the check was interrupted");
        }
    }

    static boolean isExpected(int code, String expected) {
        return Arrays.stream(expected.split(","))
                .map(part -> part.split("-", 2))
                .anyMatch(part -> {
                    if (!part[0].matches("[0-9]{3}") || !part[part.length - 1].matches("[0-9]{3}")) {
                        throw new IllegalArgumentException(
                                "expect=%s (expected: such as 200 or 200-399,401)".formatted(expected));
                    }
                    return code >= Integer.parseInt(part[0]) && code <= Integer.parseInt(part[part.length - 1]);
                });
    }

    private static URI uri(String text) {
        var uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("'%s' (expected: http://… or https://…)".formatted(text));
        }
        return uri;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("match=%s: %s".formatted(text, wrong.getDescription()), wrong);
        }
    }
}
