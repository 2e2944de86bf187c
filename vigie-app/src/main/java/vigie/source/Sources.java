package vigie.source;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** The sources that Vigie knows: adding one, and saying how often it is read. */
@Component
class Sources {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{0,100}(,[A-Za-z0-9._-]{1,100})*");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private final SourceTable table;
    private final Credentials credentials;
    private final Journal journal;
    private final Clock clock;

    Sources(SourceTable table, Credentials credentials, Journal journal, Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.journal = journal;
        this.clock = clock;
    }

    /** How often a live source is read unless somebody says otherwise. */
    static final Duration USUALLY = Duration.ofMinutes(10);

    /** A source as somebody writes it down; what is null or empty takes its usual value. */
    record Wish(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String url,
            @Nullable String ngi,
            @Nullable String scope,
            @Nullable String credential,
            @Nullable Duration every) {}

    @Transactional
    Source add(Actor who, Wish wish) {
        who.mustBeAllowed(Right.MANAGE_SOURCES);
        var kind = kind(said(wish.kind()));
        var name = said(wish.name()).isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : said(wish.name());
        if (!NAME.matcher(name).matches() || name.equals("vigie")) {
            throw Refusal.unreadable("name", "source.bad-name", name);
        }
        if (table.isNamed(name)) {
            throw Refusal.conflict("source.name-taken", name);
        }
        var credential = said(wish.credential());
        var url = kind == Source.Kind.GOCDB ? url(said(wish.url()), !credential.isEmpty()) : "";
        credentials.mustHave(credential);
        var every = kind == Source.Kind.FILES ? Duration.ZERO : every(wish.every() == null ? USUALLY : wish.every());
        var id = table.add(
                name,
                kind,
                url,
                word("ngi", said(wish.ngi())),
                word("scope", said(wish.scope())),
                credential,
                every,
                clock.instant());
        journal.write(who, "source:" + id, "source.deed.added", "", name + " " + url, "");
        return source(id);
    }

    @Transactional
    void setEvery(Actor who, Source source, Duration every) {
        who.mustBeAllowed(Right.MANAGE_SOURCES);
        if (source.kind() == Source.Kind.FILES) {
            throw Refusal.conflict("source.not-live", source.name());
        }
        table.setEvery(source.id(), every(every), clock.instant());
        journal.write(
                who,
                "source:" + source.id(),
                "source.deed.paced",
                source.every().toString(),
                every.toString(),
                "");
    }

    List<Source> all() {
        return table.all();
    }

    Source source(long id) {
        return Optional.of(id).flatMap(table::find).orElseThrow(() -> Refusal.notFound("source.unknown", id));
    }

    private static Source.Kind kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "gocdb" -> Source.Kind.GOCDB;
            case "files" -> Source.Kind.FILES;
            default -> throw Refusal.unreadable("kind", "source.bad-kind", kind);
        };
    }

    private static String url(String text, boolean secret) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException odd) {
            throw Refusal.unreadable("url", "source.bad-url", text);
        }
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null
                || !(scheme.equals("https") || scheme.equals("http"))
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw Refusal.unreadable("url", "source.bad-url", text);
        }
        if (secret && scheme.equals("http") && !HERE.contains(url.getHost())) {
            throw Refusal.unreadable("url", "source.open-url", text);
        }
        return text;
    }

    private static Duration every(Duration every) {
        if (!every.isZero() && (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0)) {
            throw Refusal.unreadable("every", "source.bad-pace", every, SHORTEST, LONGEST);
        }
        return every;
    }

    private static String word(String field, String text) {
        if (!WORD.matcher(text).matches()) {
            throw Refusal.unreadable(field, "source.bad-word", text);
        }
        return text;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
