package vigie.alarm;

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
    private static final int MOST = 200;

    private final Alarms alarms;
    private final AlarmLine.Lines lines;

    AlarmPages(Alarms alarms, AlarmLine.Lines lines) {
        this.alarms = alarms;
        this.lines = lines;
    }

    @May(Right.READ)
    @GetMapping("/alarms")
    ModelAndView all(Frame frame, @RequestParam(defaultValue = "") String text) {
        // In a storm tens of thousands are open: without a question only those that are shown are read.
        var all = text.isBlank();
        var found = lines.of(all ? alarms.open(MOST) : alarms.open()).stream()
                .filter(line -> line.holds(text))
                .toList();
        return Page.of(
                "alarm/alarms",
                frame.titled(frame.words().say("alarm.title")),
                "lines",
                found.stream().limit(MOST).toList(),
                "number",
                all ? alarms.countOpen() : found.size(),
                "text",
                text);
    }
}
