package vigie.expertise;

import java.util.ArrayList;
import java.util.List;
import vigie.words.Refusal;

/** What was typed into a form or sent by a machine, without what nobody means; refused where it is too long. */
final class Plain {
    private Plain() {}

    /** One line; space of any kind is one space. */
    static String line(String field, String said, int longest) {
        return checked(field, said.replaceAll("\\s+", " ").strip(), longest);
    }

    /** Lines, ended by line feeds. */
    static String text(String field, String said, int longest) {
        return checked(field, said.replace("\r\n", "\n").replace('\r', '\n').strip(), longest);
    }

    /** Refuses what says nothing. */
    static String some(String field, String text) {
        if (text.isEmpty()) {
            throw Refusal.unreadable(field, "expertise.empty");
        }
        return text;
    }

    /** Names set apart by commas, semicolons or lines; each once, whatever its case. */
    static List<String> names(String field, String said, int longest, int most) {
        var names = new ArrayList<String>();
        for (var each : said.split("[,;\\n]")) {
            var name = line(field, each, longest);
            if (!name.isEmpty() && names.stream().noneMatch(other -> other.equalsIgnoreCase(name))) {
                names.add(name);
            }
        }
        if (names.size() > most) {
            throw Refusal.unreadable(field, "expertise.too-many", names.size(), most);
        }
        return List.copyOf(names);
    }

    private static String checked(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Refusal.unreadable(field, "expertise.too-long", text.length(), longest);
        }
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (Character.isISOControl(letter) && letter != '\n' && letter != '\t') {
                throw Refusal.unreadable(field, "expertise.control", i + 1, (int) letter);
            }
        }
        return text;
    }
}
