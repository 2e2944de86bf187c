package vigie.source;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vigie.registry.Misfit;
import vigie.registry.Origins.Place;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.words.Refusal;

/**
 * Asks a live GOCDB over its read interface, page after page. The whole is read before anything is made of it: one
 * answer that fails fails the reading. An answer that broke off on the way is asked for once more.
 */
final class Gocdb implements AutoCloseable {
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final int MOST_PAGES = 100_000;
    private final Source source;
    private final Credentials.Shown shown;
    private final Duration patience;
    private final HttpClient http;

    /**
     * Asks as one who shows these credentials.
     *
     * @param patience how long a single answer may take
     */
    Gocdb(Source source, Credentials.Shown shown, Duration patience) {
        this.source = source;
        this.shown = shown;
        this.patience = patience;
        var builder = HttpClient.newBuilder()
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                // a redirect would carry the credential to wherever it leads
                .followRedirects(HttpClient.Redirect.NEVER);
        if (shown.certificate() != null) {
            builder.sslContext(shown.certificate());
        }
        this.http = builder.build();
    }

    /** Reads all that Vigie keeps. Downtimes that ended before the day are not asked for. */
    Draft read(LocalDate downtimesFrom) {
        var draft = new Draft();
        var limits = limits("roc");
        draft.speaksOf(List.of(NgiEntry.class));
        pages("get_ngi", limits, draft);
        draft.speaksOf(List.of(SiteEntry.class));
        pages("get_site", limits, draft);
        softly("get_service_types", () -> once("get_service_types", draft), draft, "source.expected.types");
        draft.speaksOf(List.of(ServiceEntry.class));
        pages("get_service", limits, draft);
        if (softly(
                "get_site_contacts",
                () -> pages("get_site_contacts", limits, draft),
                draft,
                "source.expected.contacts")) {
            draft.speaksOf(List.of(ContactEntry.class));
        }
        draft.speaksOf(List.of(DowntimeEntry.class));
        var windowed = limits("topentity");
        windowed.put("windowstart", downtimesFrom.toString());
        pages("get_downtime", windowed, draft);
        return draft;
    }

    /** Some answers are given to fewer than the rest; who may not have one reads the rest all the same. */
    private static boolean softly(String method, Runnable reading, Draft draft, String expected) {
        var before = draft.misfits().size();
        try {
            reading.run();
            return true;
        } catch (Refusal notTold) {
            if (!notTold.type().getPath().endsWith("source-no-xml")
                    || draft.misfits().size() != before) {
                throw notTold;
            }
            draft.misfit(new Misfit(new Place(method, 0), "", "answer", notTold.getMessage(), expected, List.of()));
            return false;
        }
    }

    private Map<String, String> limits(String byNgi) {
        var limits = new LinkedHashMap<String, String>();
        // without the parameter the server would put a scope of its own
        limits.put("scope", source.scope());
        if (!source.ngi().isEmpty()) {
            limits.put(byNgi, source.ngi());
        }
        return limits;
    }

    /** What comes in one answer takes no parameter, not even a cursor. */
    private void once(String method, Draft draft) {
        var reader = new PageReader(method, 1, draft);
        XmlAnswer.read(reader.name(), ask(method, Map.of(), ""), reader::take);
    }

    private void pages(String method, Map<String, String> parameters, Draft draft) {
        var cursor = 0L;
        for (var page = 0; page < MOST_PAGES; page++) {
            var reader = new PageReader(method, page + 1, draft);
            XmlAnswer.read(reader.name(), ask(method, parameters, "&next_cursor=" + cursor), reader::take);
            if (reader.isLast()) {
                return;
            }
            if (reader.next() <= cursor) {
                throw Refusal.unreadable("answer", "source.cursor-stands", reader.name(), reader.next(), cursor);
            }
            cursor = reader.next();
        }
        throw Refusal.unreadable("answer", "source.endless", method, MOST_PAGES);
    }

    private byte[] ask(String method, Map<String, String> parameters, String cursor) {
        var door = shown.certificate() == null && shown.token() == null ? "public" : "private";
        var query = new StringBuilder("method=").append(method);
        parameters.forEach((name, value) ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        query.append(cursor);
        var request = HttpRequest.newBuilder(URI.create(base() + "/" + door + "/?" + query))
                .header("Accept", "application/xml")
                .header("User-Agent", "Vigie");
        if (shown.token() != null) {
            request.header("Authorization", "Bearer " + shown.token());
        }
        var where = method + cursor.replace("&next_cursor=", " ");
        var answer = send(request.build(), where, true);
        if (answer.statusCode() != 200) {
            throw Refusal.unreadable(
                    "answer",
                    "source.http-status",
                    where,
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request, String where, boolean again) {
        var answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            var whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return whole.statusCode() >= 500 && again ? send(request, where, false) : whole;
        } catch (ExecutionException broken) {
            if (again && broken.getCause() instanceof IOException) {
                return send(request, where, false);
            }
            throw Refusal.unreadable(
                    "url", "source.no-answer", where, request.uri().getAuthority(), why(broken));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw Refusal.unreadable(
                    "url", "source.too-slow", where, request.uri().getAuthority(), patience);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw Refusal.unreadable(
                    "url", "source.no-answer", where, request.uri().getAuthority(), "interrupted");
        }
    }

    private static String why(ExecutionException broken) {
        var cause = broken.getCause();
        return cause == null
                ? ""
                : cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    /** The address without the door that people like to copy along with it. */
    private String base() {
        return source.url().replaceFirst("(/(public|private))?/*$", "");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** The day from which downtimes are asked for. */
    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
