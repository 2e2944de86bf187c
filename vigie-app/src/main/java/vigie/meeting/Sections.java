package vigie.meeting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaSection;
import vigie.words.Words;

/** What the rooms of the house have to say at a meeting, drawn live. */
@Component
class Sections {
    private final List<AgendaSection> all;

    Sections(List<AgendaSection> all) {
        this.all = all.stream()
                .sorted(Comparator.comparingInt(AgendaSection::place).thenComparing(AgendaSection::key))
                .toList();
    }

    /** Every section with its lines, but for those that lead to the page on which they stand. */
    List<Drawn> drawn(Words words, Instant lastMeeting, Instant now, String page) {
        return all.stream()
                .map(section -> new Drawn(
                        section.key(),
                        section.place(),
                        words.say(section.key()),
                        words.say(section.key() + ".empty"),
                        section.lines(lastMeeting, now).stream()
                                .filter(line -> !page.equals(line.link()))
                                .map(line -> new Drawn.Line(
                                        words.say(line.key(), line.arguments().toArray()), line.link()))
                                .toList()))
                .toList();
    }
}
