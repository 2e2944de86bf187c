package vigie.source;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.registry.CertificationStatus;
import vigie.registry.Downtime;
import vigie.registry.Origins.Place;
import vigie.time.Interval;

/**
 * The fields of one row, whatever it was written in, each read as what it means. What does not fit is refused with the
 * field, the value and what was expected.
 *
 * @param fields the text of a field by its name there; empty where it is not
 */
record Row(Place place, String about, Function<String, String> fields) {
    private static final int LONGEST = 4000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+");
    private static final Pattern EPOCH = Pattern.compile("\\d{1,11}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|\\p{Cs}");

    String text(String field) {
        var value = fields.apply(field).strip();
        if (value.length() > LONGEST) {
            throw new RowRefused(
                    field, value.substring(0, 60) + "…", "source.expected.shorter", Integer.toString(LONGEST));
        }
        if (CONTROL.matcher(value).find()) {
            throw new RowRefused(field, CONTROL.matcher(value).replaceAll("�"), "source.expected.text");
        }
        return value;
    }

    String required(String field) {
        var value = text(field);
        if (value.isEmpty()) {
            throw new RowRefused(field, "", "source.expected.value");
        }
        return value;
    }

    String name(String field) {
        return matching(field, required(field), NAME, "source.expected.name");
    }

    String host(String field) {
        return matching(field, required(field), HOST, "source.expected.host").toLowerCase(Locale.ROOT);
    }

    String type(String field) {
        return matching(field, required(field), TYPE, "source.expected.type");
    }

    /** One or several addresses, set apart by a comma or a semicolon; may be empty. */
    String mail(String field) {
        var value = text(field);
        for (var address : value.split("[,;]")) {
            if (!value.isEmpty()) {
                matching(field, address.strip(), MAIL, "source.expected.mail");
            }
        }
        return value;
    }

    boolean yes(String field, boolean otherwise) {
        return switch (text(field).toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "y", "yes", "true", "1", "production", "oui" -> true;
            case "n", "no", "false", "0", "test", "non" -> false;
            default -> throw new RowRefused(field, text(field), "source.expected.yes");
        };
    }

    CertificationStatus status(String field) {
        var value = required(field);
        for (var status : CertificationStatus.values()) {
            if (status.name().equalsIgnoreCase(value)) {
                return status;
            }
        }
        throw new RowRefused(field, value, "source.expected.status", Arrays.toString(CertificationStatus.values()));
    }

    Downtime.Severity severity(String field) {
        var value = required(field);
        for (var severity : Downtime.Severity.values()) {
            if (severity.name().equalsIgnoreCase(value)) {
                return severity;
            }
        }
        throw new RowRefused(field, value, "source.expected.severity");
    }

    /** Seconds since 1970, or an ISO date with time, in UTC unless it says otherwise. */
    Instant moment(String field) {
        var value = required(field);
        try {
            if (EPOCH.matcher(value).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(value));
            }
            var iso = value.replace(' ', 'T');
            var moment = iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            if (moment.isBefore(Instant.EPOCH) || moment.getEpochSecond() > 99_999_999_999L) {
                throw new RowRefused(field, value, "source.expected.moment");
            }
            return Instant.ofEpochSecond(moment.getEpochSecond());
        } catch (DateTimeException unreadable) {
            throw new RowRefused(field, value, "source.expected.moment");
        }
    }

    Interval during(String start, String end) {
        var from = moment(start);
        var to = moment(end);
        if (!from.isBefore(to)) {
            throw new RowRefused(end, text(end), "source.expected.later", text(start));
        }
        return new Interval(from, to);
    }

    List<String> list(String field) {
        return Arrays.stream(text(field).split("[;|]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Words and their values as {@code word=value; word=value}, by word; a word comes once. */
    List<String> properties(String field) {
        var words = new java.util.TreeMap<String, String>();
        for (var one : list(field)) {
            var at = one.indexOf('=');
            if (at < 1
                    || words.put(
                                    one.substring(0, at).strip(),
                                    one.substring(at + 1).strip())
                            != null) {
                throw new RowRefused(field, one, "source.expected.property");
            }
        }
        return words.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    /** A port as such; where the field is empty, the one that the URL names or implies. */
    @Nullable
    Integer port(String field, String url) {
        var value = text(field);
        if (value.isEmpty()) {
            return portOf(url);
        }
        var port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > 65535) {
            throw new RowRefused(field, value, "source.expected.port");
        }
        return port;
    }

    /** The port that a URL names or implies; also of {@code host:port/path}, as registries write it. */
    static @Nullable Integer portOf(String url) {
        if (url.isEmpty()) {
            return null;
        }
        try {
            var uri = URI.create(url.contains("://") ? url : "none://" + url);
            if (uri.getPort() > 0 && uri.getPort() <= 65535) {
                return uri.getPort();
            }
            return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
                case "https", "davs" -> 443;
                case "http", "dav" -> 80;
                case "ldap" -> 389;
                case "ldaps" -> 636;
                case "root", "roots", "xroot" -> 1094;
                case "gsiftp" -> 2811;
                default -> null;
            };
        } catch (IllegalArgumentException odd) {
            // a registry takes nearly anything for a URL; a check that needs a port will say so
            return null;
        }
    }

    private static String matching(String field, String value, Pattern pattern, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw new RowRefused(field, value, expected);
        }
        return value;
    }
}
