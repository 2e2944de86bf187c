package vigie.registry;

import java.lang.reflect.InvocationTargetException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;

/**
 * What somebody has written of one entry, on a form or in JSON. What does not fit is refused at its field; a field that
 * was left out keeps the value it had.
 */
final class Written {
    private static final int LONG = 255;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?");
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,190}");
    private static final Pattern URL = Pattern.compile("([a-z][a-z0-9+.-]{1,20}://)?[^\\s<>\"]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9@_\\[\\]+. -]{1,255}");
    private final Map<String, String> fields;
    private final Shown shown;

    private Written(Map<String, String> fields, Shown shown) {
        this.fields = fields;
        this.shown = shown;
    }

    /** The fields of a form; several values of one field stand on lines of their own. */
    static Written on(Map<String, String[]> form) {
        var fields = new HashMap<String, String>();
        form.forEach((name, values) -> fields.put(name, String.join("\n", values)));
        return new Written(fields, Shown.on(fields.getOrDefault("version", "")));
    }

    /** The same as {@link #in(Record, String)}, of whatever state. */
    static Written in(Record said) {
        return in(said, null);
    }

    /** The components of a record that JSON was read into; null is left out. The header says of which state. */
    static Written in(Record said, @Nullable String ifMatch) {
        var fields = new HashMap<String, String>();
        for (var component : said.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(said);
                if (value instanceof Map<?, ?> map) {
                    fields.put(
                            component.getName(),
                            map.entrySet().stream()
                                    .map(one -> one.getKey() + "=" + one.getValue())
                                    .collect(Collectors.joining("\n")));
                } else if (value instanceof Collection<?> many) {
                    fields.put(
                            component.getName(),
                            many.stream().map(String::valueOf).collect(Collectors.joining("\n")));
                } else if (value != null) {
                    fields.put(component.getName(), value.toString());
                }
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException("the accessors of a record are plain", impossible);
            }
        }
        return new Written(fields, Shown.in(ifMatch));
    }

    /** The state about which it was written. */
    Shown shown() {
        return shown;
    }

    boolean says(String field) {
        return fields.containsKey(field);
    }

    String text(String field, String before) {
        return text(field, before, LONG);
    }

    String text(String field, String before, int longest) {
        var value = fields.getOrDefault(field, before).strip();
        if (value.length() > longest
                || value.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\r')) {
            throw Refusal.unreadable(field, "registry.too-long", field, longest);
        }
        return value;
    }

    String required(String field, String before) {
        var value = text(field, before);
        if (value.isEmpty()) {
            throw Refusal.unreadable(field, "registry.empty", field);
        }
        return value;
    }

    /** Why; nobody changes the registry without a reason. */
    String reason() {
        var reason = text("reason", "", 1000);
        if (reason.isEmpty()) {
            throw Refusal.unreadable("reason", "registry.empty", "reason");
        }
        return reason;
    }

    String name(String field, String before) {
        return matching(field, required(field, before), NAME, "registry.bad-name");
    }

    /** A name that is given once, and stands from then on. */
    String nameOnce(String before) {
        return before.isEmpty() ? name("name", "") : before;
    }

    String host(String field, String before) {
        return matching(field, required(field, before), HOST, "registry.bad-host")
                .toLowerCase(Locale.ROOT);
    }

    String url(String field, String before) {
        var value = text(field, before);
        return value.isEmpty() ? value : matching(field, value, URL, "registry.bad-url");
    }

    /** One or several addresses, set apart by a comma or a semicolon; may be empty. */
    String mail(String field, String before) {
        var value = text(field, before);
        for (var address : Federation.addresses(value)) {
            matching(field, address, MAIL, "registry.bad-mail");
        }
        return value;
    }

    /** A time zone of the tz database; may be empty. */
    String zone(String field, String before) {
        var value = text(field, before);
        if (!value.isEmpty()
                && !value.equals(before)
                && !ZoneId.getAvailableZoneIds().contains(value)) {
            throw Refusal.unreadable(field, "registry.bad-zone", value);
        }
        return value;
    }

    /** One of the words given; what was there before stays allowed. */
    String among(String field, String before, Collection<String> allowed) {
        var value = text(field, before);
        if (!value.equals(before) && !allowed.contains(value)) {
            throw Refusal.unreadable(field, "registry.not-among", value, field);
        }
        return value;
    }

    boolean yes(String field, boolean before) {
        var value = text(field, Boolean.toString(before));
        return switch (value) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw Refusal.unreadable(field, "registry.bad-yes", value);
        };
    }

    @Nullable
    Integer port(String field, @Nullable Integer before) {
        var value = text(field, before == null ? "" : before.toString());
        if (value.isEmpty()) {
            return null;
        }
        var port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
        if (port < 1 || port > 65_535) {
            throw Refusal.unreadable(field, "registry.bad-port", value);
        }
        return port;
    }

    /** Words without spaces, set apart by spaces, commas or semicolons; each once, in order. */
    List<String> words(String field, List<String> before) {
        if (!says(field)) {
            return before;
        }
        return Arrays.stream(text(field, "", 20_000).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> matching(field, word, NAME, "registry.bad-name"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Lines of {@code word=value}, by word; at most twenty, as in GOCDB. */
    List<String> properties(String field, List<String> before) {
        if (!says(field)) {
            return before;
        }
        var words = new TreeMap<String, String>();
        text(field, "", 20_000)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var at = line.indexOf('=');
                    var word = at < 1 ? "" : line.substring(0, at).strip();
                    if (!WORD.matcher(word).matches()
                            || line.length() - at > LONG
                            || words.put(word, line.substring(at + 1).strip()) != null) {
                        throw Refusal.unreadable(field, "registry.bad-property", line);
                    }
                });
        if (words.size() > 20) {
            throw Refusal.unreadable(field, "registry.many-properties", words.size(), 20);
        }
        return words.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    private static String matching(String field, String value, Pattern pattern, String key) {
        if (!pattern.matcher(value).matches()) {
            throw Refusal.unreadable(field, key, value);
        }
        return value;
    }
}
