package vigie.helpdesk;

import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** Where files of tickets of the past are handed in, and what became of each. */
@Controller
class IntakePages {
    private static final int SHOWN = 200;
    static final int ALL = 1_000_000;

    private final History history;
    private final IntakeTable intakes;
    private final HelpdeskHistory helpdesk;
    private final HelpdeskSettings settings;

    IntakePages(History history, IntakeTable intakes, HelpdeskHistory helpdesk, HelpdeskSettings settings) {
        this.history = history;
        this.intakes = intakes;
        this.helpdesk = helpdesk;
        this.settings = settings;
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/helpdesk/imports")
    ModelAndView all(Frame frame) {
        return Page.of(
                "helpdesk/intakes",
                frame.titled(frame.words().say("helpdesk.intakes")),
                "intakes",
                intakes.latest(50),
                "groups",
                settings.connection().reads()
                        ? String.join(", ", settings.connection().groupsRead())
                        : "");
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/helpdesk/imports")
    ModelAndView take(
            Actor actor,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "GGUS") String origin,
            @RequestParam(defaultValue = "false") boolean dry)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return Done.at("/helpdesk/imports/" + history.take(actor, name, origin, file.getBytes(), dry));
    }

    /** Takes them over through the helpdesk's API. */
    @May(Right.MANAGE_SOURCES)
    @PostMapping("/helpdesk/imports/from-helpdesk")
    ModelAndView takeFromHelpdesk(
            Actor actor,
            @RequestParam(defaultValue = "6") int months,
            @RequestParam(defaultValue = "false") boolean dry) {
        return Done.at("/helpdesk/imports/" + helpdesk.take(actor, months, dry));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/helpdesk/imports/{id:\\d+}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var intake = find(id);
        return Page.of(
                "helpdesk/intake",
                frame.titled(frame.words().say("helpdesk.intake", intake.id(), intake.name())),
                "intake",
                intake,
                "refused",
                intakes.refused(id, SHOWN));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/helpdesk/imports/{id:\\d+}/refused.csv")
    ResponseEntity<String> refused(Frame frame, @PathVariable long id) {
        return RefusedCsv.answer(id, intakes.refused(find(id).id(), ALL), frame.words());
    }

    private Intake find(long id) {
        return intakes.find(id).orElseThrow(() -> Refusal.notFound("helpdesk.intake.unknown", id));
    }
}
