package vigie.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vigie.words.Words;

/** The agenda of one meeting, in its numbered order and in the words of one language. */
public record Agenda(List<Item> items) {

    /**
     * One point.
     *
     * @param number as the minutes write it, such as 5.1
     * @param sections what the rooms say here; a point may have none
     * @param topics what was added here by hand
     * @param links documents and pages put here
     */
    public record Item(
            int place, String number, String title, List<Drawn> sections, List<Topic> topics, List<Link> links) {
        /** Whether it heads others. */
        public boolean isChapter() {
            return Place.isChapter(place);
        }

        /** Whether nothing stands under it. */
        public boolean isBare() {
            return sections.isEmpty() && topics.isEmpty() && links.isEmpty();
        }
    }

    /** Puts each section and topic under its point; a section whose place no point has makes one of its own. */
    static Agenda of(
            Words words,
            List<MeetingTable.StandingItem> standing,
            List<Drawn> drawn,
            List<Topic> topics,
            List<Link> links) {
        var items = new ArrayList<Item>();
        for (var item : standing) {
            items.add(new Item(
                    item.place(),
                    Place.number(item.place()),
                    Titles.in(words, item.title()),
                    drawn.stream().filter(each -> each.place() == item.place()).toList(),
                    topics.stream().filter(each -> each.place() == item.place()).toList(),
                    links.stream().filter(each -> each.place() == item.place()).toList()));
        }
        drawn.stream()
                .filter(each -> standing.stream().noneMatch(item -> item.place() == each.place()))
                .forEach(each -> items.add(new Item(
                        each.place(), Place.number(each.place()), each.title(), List.of(each), List.of(), List.of())));
        items.sort(Comparator.comparingInt(Item::place));
        return new Agenda(List.copyOf(items));
    }
}
