package vigie.monitor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.status.Status;
import vigie.words.Words;

/**
 * One row of a batch as it stands in the body, in the words of ARGO's metric record. Strings from outside end here: it
 * becomes a {@link Result}, or the reason why not.
 */
final class Row {
    /** The fields that must be text. */
    static final java.util.Set<String> FIELDS = java.util.Set.of(
            "timestamp",
            "service",
            "hostname",
            "metric",
            "status",
            "summary",
            "message",
            "actual_data",
            "monitoring_host",
            "tags");

    private static final int NAME = 255;
    private static final int LINE = 4096;
    private static final int TEXT = 65_536;
    private static final int SHOWN = 120;

    private final int line;
    private String timestamp = "";
    private String service = "";
    private String hostname = "";
    private String metric = "";
    private String status = "";
    private String summary = "";
    private String message = "";
    private String data = "";
    private String origin = "";
    private String vo = "";
    private String site = "";
    private Report.@Nullable Row fault;

    Row(int line) {
        this.line = line;
    }

    /** Takes a field of the record; one that is none of them is passed over. */
    void take(String field, String value) {
        switch (field) {
            case "timestamp" -> timestamp = fit(field, value, NAME);
            case "service" -> service = fit(field, value, NAME);
            case "hostname" -> hostname = fit(field, value, NAME);
            case "metric" -> metric = fit(field, value, NAME);
            case "status" -> status = fit(field, value, NAME);
            case "summary" -> summary = fit(field, value, LINE);
            case "message" -> message = fit(field, value, TEXT);
            case "actual_data" -> data = fit(field, value, TEXT);
            case "monitoring_host" -> origin = fit(field, value, NAME);
            default -> {}
        }
    }

    /** Takes a tag; ARGO writes the VO as {@code voname}, and the site as {@code endpoint_group}. */
    void tag(String name, String value) {
        switch (name) {
            case "vo", "voname" -> vo = fit("tags." + name, value, NAME);
            case "site", "endpoint_group" -> site = fit("tags." + name, value, NAME);
            default -> {}
        }
    }

    /** Says why the row cannot be taken; the first reason is the one that is told. */
    void refuse(String field, String value, String key, Object... arguments) {
        if (fault == null) {
            fault = new Report.Row(line, field, shown(value), Words.ENGLISH.say(key, arguments));
        }
    }

    /** Why it cannot be taken; asked after {@link #result}. */
    Optional<Report.Row> fault() {
        return Optional.ofNullable(fault);
    }

    /** The result; empty where there is a fault. */
    Optional<Result> result(Places.Directory places, Keeping keeping, Map<Pace.Of, Pace> paces, Instant now) {
        var at = moment(keeping, now);
        var seen = status();
        if (metric.isBlank()) {
            refuse("metric", metric, "monitor.expected.metric");
        }
        var found = place(places);
        if (fault != null || at == null || seen == null || found == null) {
            return Optional.empty();
        }
        var pace = paces.get(new Pace.Of(found.type(), metric));
        var life = pace != null ? pace.life() : keeping.life();
        var attempts = pace != null ? pace.attempts() : 1;
        return Optional.of(
                new Result(found.id(), metric, vo, seen, at, summary, message, data, origin, attempts, life, false));
    }

    private @Nullable Instant moment(Keeping keeping, Instant now) {
        var at = moment(timestamp);
        var first = ResultTable.firstKept(now, keeping.results())
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        if (at == null) {
            refuse("timestamp", timestamp, "monitor.expected.timestamp");
        } else if (at.isBefore(first) || at.isAfter(now.plus(keeping.ahead()))) {
            refuse(
                    "timestamp",
                    timestamp,
                    "monitor.expected.near",
                    first.toString(),
                    now.plus(keeping.ahead()).toString());
        }
        return at;
    }

    /** The moment of a timestamp to whole seconds, as nearly all are, without a formatter; any other through one. */
    static @Nullable Instant moment(String text) {
        try {
            if (text.length() == 20 && text.charAt(10) == 'T' && text.charAt(19) == 'Z') {
                var days = java.time.LocalDate.of(
                                digits(text, 0, 4, '-'), digits(text, 5, 2, '-'), digits(text, 8, 2, 'T'))
                        .toEpochDay();
                var time = java.time.LocalTime.of(
                        digits(text, 11, 2, ':'), digits(text, 14, 2, ':'), digits(text, 17, 2, 'Z'));
                return Instant.ofEpochSecond(days * 86_400 + time.toSecondOfDay());
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int digits(String text, int from, int count, char then) {
        var value = 0;
        for (var i = from; i < from + count; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("a digit");
            }
            value = value * 10 + digit;
        }
        if (text.charAt(from + count) != then) {
            throw new DateTimeException("a separator");
        }
        return value;
    }

    private @Nullable Status status() {
        var seen = switch (status.strip().toUpperCase(Locale.ROOT)) {
            case "OK" -> Status.OK;
            case "WARNING" -> Status.WARNING;
            case "CRITICAL" -> Status.CRITICAL;
            case "UNKNOWN" -> Status.UNKNOWN;
            default -> null;
        };
        if (seen == null) {
            refuse("status", status, "monitor.expected.status");
        }
        return seen;
    }

    private vigie.registry.@Nullable Service place(Places.Directory places) {
        if (hostname.isBlank()) {
            refuse("hostname", hostname, "monitor.expected.hostname");
            return null;
        }
        if (service.isBlank()) {
            refuse("service", service, "monitor.expected.service");
            return null;
        }
        var found = places.at(hostname, service);
        if (found.size() > 1 || !site.isEmpty()) {
            var ofSite =
                    found.stream().filter(one -> one.siteName().equals(site)).toList();
            if (ofSite.isEmpty() && found.size() > 1) {
                refuse(
                        "tags.endpoint_group",
                        site,
                        "monitor.expected.site",
                        hostname,
                        service,
                        found.stream().map(one -> one.siteName()).toList());
                return null;
            }
            found = ofSite;
        }
        if (found.isEmpty()) {
            refuse(
                    "hostname",
                    hostname,
                    site.isEmpty() ? "monitor.expected.known" : "monitor.expected.known-at",
                    hostname,
                    service,
                    site);
            return null;
        }
        return found.getFirst();
    }

    private String fit(String field, String value, int most) {
        if (value.length() > most) {
            refuse(field, value, "monitor.expected.shorter", most, value.length());
            return "";
        }
        if (value.indexOf('\0') >= 0) {
            refuse(field, value, "monitor.expected.no-nul");
            return "";
        }
        return value;
    }

    private static String shown(String value) {
        var cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return cut.replace('\0', '␀');
    }
}
