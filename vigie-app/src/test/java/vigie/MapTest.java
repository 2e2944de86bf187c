package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README tells of the house as it stands. */
class MapTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| (.+) \\|$");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern ROOM = Pattern.compile("(?m)^package vigie\\.([a-z]+);");
    private static final Pattern WORD = Pattern.compile("\\./vigie ([a-z]+)");
    private static final Pattern SETTING = Pattern.compile("VIGIE_[A-Z_]+");

    @Test
    void the_map_of_the_README_is_the_house() throws IOException {
        var rooms = rooms();
        var map = map();
        var broken = new ArrayList<String>();
        rooms.forEach((room, caption) -> {
            if (!caption.equals(map.get(room))) {
                broken.add("README.md lacks the line: | `%s` | %s |".formatted(room, caption));
            }
        });
        map.forEach((room, caption) -> {
            // a copy of the house may come without its demonstration
            if (!rooms.containsKey(room) && !(room.equals("demo") && !Files.exists(HOUSE.resolve("vigie-demo")))) {
                broken.add(
                        "README.md has a line for a room that does not stand: | `%s` | %s |".formatted(room, caption));
            }
        });
        assertThat(rooms).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    @Test
    void the_README_speaks_of_no_command_and_no_setting_that_help_does_not_know() throws IOException {
        var readme = Files.readString(HOUSE.resolve("README.md"));
        var script = Files.readString(HOUSE.resolve("vigie"));
        var help = script.substring(script.indexOf("<<'HELP'"), script.indexOf("\nHELP\n"));
        assertThat(found(WORD, help)).isNotEmpty().containsAll(found(WORD, readme));
        assertThat(found(SETTING, help)).isNotEmpty().containsAll(found(SETTING, readme));
    }

    private static Map<String, String> map() throws IOException {
        var map = new TreeMap<String, String>();
        var rows = ROW.matcher(Files.readString(HOUSE.resolve("README.md")));
        while (rows.find()) {
            map.put(rows.group(1), rows.group(2));
        }
        return map;
    }

    /** Every room of every module with the first sentence of its caption. */
    private static Map<String, String> rooms() throws IOException {
        var rooms = new TreeMap<String, String>();
        for (var module : modules()) {
            try (var files = Files.walk(module.resolve("src/main/java/vigie"))) {
                for (var file :
                        files.filter(path -> path.endsWith("package-info.java")).toList()) {
                    var text = Files.readString(file);
                    var room = ROOM.matcher(text);
                    var javadoc = JAVADOC.matcher(text);
                    if (room.find() && javadoc.find()) {
                        rooms.put(room.group(1), firstSentence(javadoc.group(1)));
                    }
                }
            }
        }
        return rooms;
    }

    private static Set<Path> modules() throws IOException {
        try (var folders = Files.list(HOUSE)) {
            return new TreeSet<>(folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java/vigie"))
                            && Files.exists(folder.resolve("pom.xml")))
                    .toList());
        }
    }

    private static String firstSentence(String javadoc) {
        var text =
                javadoc.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\s+", " ").strip();
        var end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new HashSet<String>();
        var matches = pattern.matcher(text);
        while (matches.find()) {
            found.add(matches.group(matches.groupCount()));
        }
        return found;
    }
}
