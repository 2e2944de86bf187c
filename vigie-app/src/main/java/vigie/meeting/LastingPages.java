package vigie.meeting;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** What lasts beyond one meeting: the standing points; and the links under the points of one. */
@Controller
class LastingPages {
    private final Points points;
    private final Links links;
    private final Series series;

    LastingPages(Points points, Links links, Series series) {
        this.points = points;
        this.links = links;
        this.series = series;
    }

    @GetMapping("/meetings/points")
    @May(Right.HOLD_MEETINGS)
    ModelAndView points(Frame frame) {
        var words = frame.words();
        return Page.of(
                "meeting/points",
                frame.titled(words.say("meeting.points")),
                "points",
                points.all().stream()
                        .map(item ->
                                new Point(item.place(), Place.number(item.place()), Titles.in(words, item.title())))
                        .toList());
    }

    @PostMapping("/meetings/points")
    @May(Right.HOLD_MEETINGS)
    ModelAndView put(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            RedirectAttributes left) {
        points.put(actor, number, title);
        return Done.at("/meetings/points", left, frame.words().say("meeting.point.done"));
    }

    @PostMapping("/meetings/points/{place}/remove")
    @May(Right.HOLD_MEETINGS)
    ModelAndView remove(Frame frame, Actor actor, @PathVariable int place, RedirectAttributes left) {
        points.remove(actor, place);
        return Done.at("/meetings/points", left, frame.words().say("meeting.point.gone"));
    }

    @PostMapping("/meetings/series")
    @May(Right.HOLD_MEETINGS)
    ModelAndView series(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "1") int many,
            RedirectAttributes left) {
        var planned = series.plan(actor, rule, time(time), many, frame.words().zone());
        return Done.at("/meetings", left, frame.words().say("meeting.series.done", planned.size()));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException wrong) {
            throw Refusal.unreadable("time", "meeting.wrong.time", text);
        }
    }

    @PostMapping("/meetings/{id}/links")
    @May(Right.ADD_ACTIONS)
    ModelAndView link(
            Frame frame,
            Actor actor,
            @PathVariable long id,
            @RequestParam int place,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            RedirectAttributes left) {
        links.add(actor, id, place, title, url);
        return Done.at("/meetings/" + id, left, frame.words().say("meeting.link.done"));
    }

    @PostMapping("/meetings/{id}/links/{link}/remove")
    @May(Right.ADD_ACTIONS)
    ModelAndView unlink(
            Frame frame, Actor actor, @PathVariable long id, @PathVariable long link, RedirectAttributes left) {
        links.remove(actor, link);
        return Done.at("/meetings/" + id, left, frame.words().say("meeting.link.gone"));
    }
}
