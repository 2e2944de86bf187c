package vigie.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.registry.Service;
import vigie.words.Refusal;

/**
 * The words of a check: first {@code tcp}, {@code http}, {@code tls}, {@code ldap} or the path of a plugin, then its
 * arguments. Words are set apart by blanks; double quotes keep blanks within a word. {@code $HOST$}, {@code $PORT$},
 * {@code $URL$}, {@code $TYPE$} and {@code $SITE$} stand for what the registry says of the service, {@code $PORT:443$} for
 * its port or else 443. No shell ever sees them. The single word {@code passive} says that others run the check.
 */
record Command(List<String> words) {
    /** Others run it and hand in what they found. */
    static final String PASSIVE = "passive";

    static final Set<String> BUILT_IN = Set.of("tcp", "http", "tls", "ldap");
    private static final Pattern MACRO = Pattern.compile("\\$([A-Z]+)(?::([0-9]{1,5}))?\\$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    Command {
        words = List.copyOf(words);
    }

    /** Reads a command; a plugin must lie in one of the folders. */
    static Command of(String text, List<Path> folders) {
        if (text.indexOf('\0') >= 0 || text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw Refusal.unreadable("command", "check.command-quotes", text);
        }
        var words = new ArrayList<String>();
        for (var found = WORD.matcher(text); found.find(); ) {
            words.add(found.group(1) != null ? found.group(1) : found.group(2));
        }
        if (words.equals(List.of(PASSIVE))) {
            return new Command(words);
        }
        if (words.isEmpty() || !(BUILT_IN.contains(words.getFirst()) || isPlugin(words.getFirst(), folders))) {
            throw Refusal.unreadable("command", "check.command-first", text, folders);
        }
        for (var word : words) {
            for (var macro = MACRO.matcher(word); macro.find(); ) {
                if (!Set.of("HOST", "PORT", "URL", "TYPE", "SITE").contains(macro.group(1))) {
                    throw Refusal.unreadable("command", "check.command-macro", macro.group());
                }
            }
        }
        return new Command(words);
    }

    /** The words for a service. */
    List<String> on(Service service) {
        return words.stream().map(word -> filled(word, service)).toList();
    }

    private static String filled(String word, Service service) {
        return MACRO.matcher(word)
                .replaceAll(macro -> Matcher.quoteReplacement(value(macro.group(1), macro.group(2), service)));
    }

    private static String value(String macro, @Nullable String otherwise, Service service) {
        var port = service.port() != null ? String.valueOf(service.port()) : otherwise;
        return switch (macro) {
            case "HOST" -> service.host();
            case "TYPE" -> service.type();
            case "SITE" -> service.siteName();
            case "URL" ->
                service.url().isEmpty()
                        ? "https://" + service.host() + (port == null ? "" : ":" + port) + "/"
                        : service.url();
            case "PORT" -> {
                if (port == null) {
                    throw new IllegalArgumentException(
                            "no port is known (expected: one in the registry, or $PORT:443$)");
                }
                yield port;
            }
            default -> throw new IllegalArgumentException("macro $%s$".formatted(macro));
        };
    }

    private static boolean isPlugin(String word, List<Path> folders) {
        if (!word.startsWith("/") || word.indexOf('$') >= 0) {
            return false;
        }
        var path = Path.of(word).normalize();
        return folders.stream().anyMatch(path::startsWith);
    }
}
