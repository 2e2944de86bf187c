package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vigie.people.Right;
import vigie.people.Role;
import vigie.words.Words;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern SAID =
            Pattern.compile("(?:say|count|notFound|conflict|notAllowed)\\(\\s*\"([a-z][a-zA-Z0-9._-]+)\"\\s*[,)]");
    private static final Pattern WRITTEN = Pattern.compile("journal\\s*\\.write\\(");
    private static final Pattern LINE = Pattern.compile("AgendaLine\\s*\\.of\\(");
    private static final Pattern SIGN = Pattern.compile("Vital\\s*\\.of\\(");
    private static final Pattern KEPT = Pattern.compile("\"([a-z][a-zA-Z0-9._-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\.count\\(\\s*\"([a-z][a-zA-Z0-9._-]+)\"");

    @Test
    void french_and_english_say_the_same_things() {
        assertThat(Words.FRENCH.all().keySet()).isEqualTo(Words.ENGLISH.all().keySet());
    }

    @Test
    void the_number_of_a_thing_stands_as_it_is_and_what_is_counted_is_grouped() {
        assertThat(Words.ENGLISH.say("ticket.unknown", 12_345L)).contains("12345");
        assertThat(Words.ENGLISH.count("ticket.count", 12_345)).isEqualTo("12,345 tickets");
        assertThat(Words.ENGLISH.say("people.not-allowed", "luc", Right.READ_JOURNAL))
                .contains("'Read the journal'");
    }

    @Test
    void french_and_english_fill_the_same_places() {
        Words.FRENCH
                .all()
                .forEach((key, french) -> assertThat(places(french))
                        .as(key)
                        .isEqualTo(places(Words.ENGLISH.all().get(key))));
    }

    @Test
    void every_right_and_every_role_has_a_word() {
        for (var right : Right.values()) {
            assertThat(Words.FRENCH.knows("people.right." + right.name()))
                    .as(right.name())
                    .isTrue();
        }
        for (var role : Role.values()) {
            assertThat(Words.FRENCH.knows("people.role." + role.name()))
                    .as(role.name())
                    .isTrue();
        }
    }

    @Test
    void no_sentence_is_said_twice_in_one_file() throws IOException {
        var twice = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.toList()) {
                var seen = new TreeSet<String>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(key + " in " + file.getFileName()));
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_sentence_that_is_said_exists() throws IOException {
        var missing = new TreeSet<String>();
        for (var folder : new Path[] {Path.of("src/main/java"), Path.of("src/main/jte")}) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file);
                    var counted = new TreeSet<String>();
                    COUNTED.matcher(text).results().forEach(found -> counted.add(found.group(1)));
                    SAID.matcher(text).results().map(found -> found.group(1)).forEach(key -> {
                        var known = counted.contains(key)
                                ? Words.FRENCH.knows(key + ".one") && Words.FRENCH.knows(key + ".many")
                                : Words.FRENCH.knows(key);
                        if (!known) {
                            missing.add(key + " in " + file.getFileName());
                        }
                    });
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_deed_of_the_journal_can_be_said() throws IOException {
        assertThat(unknown(WRITTEN, 2)).isEmpty();
    }

    @Test
    void every_line_of_an_agenda_and_every_sign_of_health_can_be_said() throws IOException {
        assertThat(unknown(LINE, 1)).isEmpty();
        assertThat(unknown(SIGN, 0)).isEmpty();
    }

    private static Set<String> unknown(Pattern call, int place) throws IOException {
        var unknown = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                call.matcher(text).results().forEach(found -> {
                    var arguments = arguments(text, found.end());
                    if (arguments.size() > place) {
                        KEPT.matcher(arguments.get(place))
                                .results()
                                .map(key -> key.group(1))
                                .filter(key -> !key.endsWith(".") && !Words.FRENCH.knows(key))
                                .forEach(key -> unknown.add(key + " in " + file.getFileName()));
                    }
                });
            }
        }
        return unknown;
    }

    /** The arguments of a call that begins at this place, as they are written. */
    private static List<String> arguments(String text, int begin) {
        var arguments = new ArrayList<String>();
        var depth = 0;
        var quoted = false;
        var from = begin;
        for (var i = begin; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (letter == '(' || letter == '{')) {
                depth++;
            } else if (!quoted && depth == 0 && (letter == ',' || letter == ')')) {
                arguments.add(text.substring(from, i));
                from = i + 1;
                if (letter == ')') {
                    return arguments;
                }
            } else if (!quoted && (letter == ')' || letter == '}')) {
                depth--;
            }
        }
        return arguments;
    }

    private static Set<String> places(String sentence) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentence).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
