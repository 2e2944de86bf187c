package vigie.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence that Vigie says in one language, and how that language writes dates, spans and numbers.
 *
 * <p>Sentences lie in {@code messages/<room>_<language>.properties}; {@code {0}} to {@code {9}} are filled in order and
 * an apostrophe is an apostrophe. An unknown key is a fault of the programme and is refused at once.
 */
public final class Words {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** French, the first language of the house. */
    public static final Words FRENCH = new Words(Locale.FRANCE);

    /** English, complete. */
    public static final Words ENGLISH = new Words(Locale.UK);

    private final Locale locale;
    private final Map<String, String> sentences;
    private final ZoneId zone;

    private Words(Locale locale) {
        this(locale, read(locale), PARIS);
    }

    private Words(Locale locale, Map<String, String> sentences, ZoneId zone) {
        this.locale = locale;
        this.sentences = sentences;
        this.zone = zone;
    }

    /** The words of a language; French for any but English. */
    public static Words of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /** The same words, told in the time of another zone. */
    public Words in(ZoneId other) {
        return new Words(locale, sentences, other);
    }

    /** The language, as a page's {@code lang} attribute wants it. */
    public String language() {
        return locale.getLanguage();
    }

    /** The zone in which moments are told. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether a sentence of this key exists. */
    public boolean knows(String key) {
        return sentences.containsKey(key);
    }

    /** All keys, in order. */
    public Map<String, String> all() {
        return sentences;
    }

    /**
     * The sentence of a key, its places filled. Instants, dates, spans and counts are written as the language does; a
     * {@code long} is the number of a thing, such as of a ticket, and stands as it is.
     */
    public String say(String key, @Nullable Object... arguments) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException(
                    "sentence '%s' (expected: a key of messages/*_%s.properties)".formatted(key, locale.getLanguage()));
        }
        for (var i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", write(arguments[i]));
        }
        return sentence;
    }

    /** One or many: {@code key.one} for one, {@code key.many} for any other number, which is place {0}. */
    public String count(String key, long number) {
        var one = language().equals("fr") ? Math.abs(number) < 2 : number == 1;
        return say(key + (one ? ".one" : ".many"), number(number));
    }

    /** The word of a value of a closed set: key {@code prefix.VALUE}. */
    public String word(String prefix, Enum<?> value) {
        return say(prefix + "." + value.name());
    }

    /** A moment, to the minute, in the zone of these words; one that no calendar has is written as it is. */
    public String moment(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        return moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
                ? moment.toString()
                : DateTimeFormatter.ofPattern(
                                language().equals("fr") ? "d MMM yyyy 'à' HH:mm" : "d MMM yyyy, HH:mm", locale)
                        .format(moment.atZone(zone));
    }

    /** The day of a moment, in the zone of these words. */
    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** A day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(day);
    }

    /** A whole or broken number, at most two places behind the point. */
    public String number(Number number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A span in its two largest units, such as "2 j 3 h"; under a minute in seconds. */
    public String span(Duration span) {
        var d = span.abs();
        var day = language().equals("fr") ? "j" : "d";
        if (d.toDays() > 0) {
            return d.toDays() + " " + day + (d.toHoursPart() > 0 ? " " + d.toHoursPart() + " h" : "");
        }
        if (d.toHours() > 0) {
            return d.toHours() + " h" + (d.toMinutesPart() > 0 ? " " + d.toMinutesPart() + " min" : "");
        }
        return d.toMinutes() > 0 ? d.toMinutes() + " min" : d.toSeconds() + " s";
    }

    private String write(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case Instant moment -> moment(moment);
            case LocalDate day -> day(day);
            case Duration span -> span(span);
            case Spoken spoken -> say(spoken.key());
            case Integer number -> number(number);
            case Double number -> number(number);
            default -> Objects.toString(argument);
        };
    }

    private static Map<String, String> read(Locale locale) {
        var sentences = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver(Words.class.getClassLoader())
                    .getResources("classpath*:messages/*_" + locale.getLanguage() + ".properties")) {
                var room = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    room.load(reader);
                }
                room.forEach((key, sentence) -> {
                    if (sentences.put((String) key, (String) sentence) != null) {
                        throw new IllegalStateException(
                                "sentence '%s' of %s (expected: said once)".formatted(key, file.getFilename()));
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(sentences);
    }
}
