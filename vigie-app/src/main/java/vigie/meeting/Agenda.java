package vigie.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Puts each section and topic under its point. A section whose place no point has joins the point that it belongs
     * to, such as 5.1 for 5.1 a), or makes one of its own.
     */
    static Agenda of(
            Words words,
            List<MeetingTable.StandingItem> standing,
            List<Drawn> drawn,
            List<Topic> topics,
            List<Link> links) {
        var items = new ArrayList<Item>();
        var places = standing.stream().map(MeetingTable.StandingItem::place).collect(Collectors.toSet());
        for (var item : standing) {
            items.add(new Item(
                    item.place(),
                    Place.number(item.place()),
                    Titles.in(words, item.title()),
                    drawn.stream()
                            .filter(each -> point(each.place(), places) == item.place())
                            .sorted(Comparator.comparingInt(Drawn::place))
                            .toList(),
                    topics.stream().filter(each -> each.place() == item.place()).toList(),
                    links.stream().filter(each -> each.place() == item.place()).toList()));
        }
        drawn.stream()
                .filter(each -> !places.contains(point(each.place(), places)))
                .forEach(each -> items.add(new Item(
                        each.place(), Place.number(each.place()), each.title(), List.of(each), List.of(), List.of())));
        items.sort(Comparator.comparingInt(Item::place));
        return new Agenda(List.copyOf(items));
    }

    private static int point(int place, Set<Integer> places) {
        var above = place - place % 10;
        return places.contains(place) || !places.contains(above) ? place : above;
    }
}
