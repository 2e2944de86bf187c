package vigie.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a built-in check: some by their place, others as {@code name=value}. */
final class Arguments {
    private final List<String> placed = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();

    Arguments(List<String> words, int places, String... names) {
        for (var word : words) {
            var equals = word.indexOf('=');
            if (placed.size() < places) {
                placed.add(word);
            } else if (equals > 0 && List.of(names).contains(word.substring(0, equals))) {
                named.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                throw new IllegalArgumentException("argument '%s' (expected: %s)"
                        .formatted(word, names.length == 0 ? "nothing more" : String.join("=, ", names) + "="));
            }
        }
        if (placed.size() < places) {
            throw new IllegalArgumentException("%d arguments (expected: %d)".formatted(placed.size(), places));
        }
    }

    String at(int place) {
        return placed.get(place);
    }

    String named(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        var value = named.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("%s=%s (expected: a whole number)".formatted(name, value));
        }
        return Integer.parseInt(value);
    }

    int port(int place) {
        var text = at(place);
        var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port '%s' (expected: 1 to 65535)".formatted(text));
        }
        return port;
    }
}
