package vigie.journal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.May;
import vigie.people.Right;

/** The journal, newest first, whole or about one subject. */
@Controller
class JournalPages {
    private static final int PAGE = 50;

    private final Journal journal;

    JournalPages(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/journal")
    @May(Right.READ_JOURNAL)
    ModelAndView read(
            Frame frame,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "0") long before) {
        var about = subject.strip();
        var deeds = journal.latest(about, before, PAGE + 1);
        var more = deeds.size() > PAGE;
        var shown = more ? deeds.subList(0, PAGE) : deeds;
        return Page.of(
                "journal/journal",
                frame.titled(frame.words().say("page.menu.journal")),
                "subject",
                about,
                "deeds",
                shown,
                "before",
                before,
                "older",
                more ? shown.getLast().id() : 0L);
    }
}
