package vigie.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;

/**
 * The state of an entry that somebody saw when they decided to change it.
 *
 * @param versions those that they accept; null where they do not care
 */
record Shown(@Nullable Set<String> versions) {
    static final Shown ANY = new Shown(null);
    static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern STRONG = Pattern.compile("\"([^\"]*)\"");

    /** What the field {@code version} of a form says; a form that says nothing does not care. */
    static Shown on(String form) {
        if (form.isBlank()) {
            return ANY;
        }
        if (!NUMBER.matcher(form.strip()).matches()) {
            throw Refusal.unreadable("version", "registry.bad-version", form.strip());
        }
        return new Shown(Set.of(form.strip()));
    }

    /** What the header {@code If-Match} says; a weak tag matches nothing (RFC 9110, 13.1.1). */
    static Shown in(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        return new Shown(Arrays.stream(header.split(","))
                .map(String::strip)
                .map(STRONG::matcher)
                .filter(tag -> tag.matches())
                .map(tag -> tag.group(1))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean includes(long version) {
        return versions == null || versions.contains(Long.toString(version));
    }

    /** The number of one of them; empty where they are no numbers. */
    Optional<Long> number() {
        return versions == null
                ? Optional.empty()
                : versions.stream()
                        .filter(one -> NUMBER.matcher(one).matches())
                        .map(Long::valueOf)
                        .findFirst();
    }

    /** The header {@code ETag} of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
