package vigie.alarm;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;

/** Every open alarm, the oldest first. */
@Controller
class AlarmPages {
    private static final int ON_A_PAGE = 100;

    private final Alarms alarms;
    private final AlarmLine.Lines lines;

    AlarmPages(Alarms alarms, AlarmLine.Lines lines) {
        this.alarms = alarms;
        this.lines = lines;
    }

    @May(Right.READ)
    @GetMapping("/alarms")
    ModelAndView all(
            Frame frame, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "1") int page) {
        // In a storm tens of thousands are open: without a question only those that are shown are read.
        var all = text.isBlank();
        var found = all
                ? List.<AlarmLine>of()
                : lines.of(alarms.open()).stream()
                        .filter(line -> line.holds(text))
                        .toList();
        var number = all ? alarms.countOpen() : found.size();
        var pages = Math.max(1, (number + ON_A_PAGE - 1) / ON_A_PAGE);
        var here = Math.clamp(page, 1, pages);
        var after = (here - 1) * ON_A_PAGE;
        return Page.of(
                "alarm/alarms",
                frame.titled(frame.words().say("alarm.title")),
                "lines",
                all
                        ? lines.of(alarms.open(after, ON_A_PAGE))
                        : found.stream().skip(after).limit(ON_A_PAGE).toList(),
                "number",
                number,
                "text",
                text,
                "page",
                here,
                "pages",
                pages);
    }
}
