package vigie.help;

import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** Where an archive of the list is handed in, and what became of each. */
@Controller
class ArchivePages {
    private static final int SHOWN = 200;

    private final Archive archive;
    private final ArchiveTable runs;
    private final RefusedMailTable refused;
    private final Settings settings;

    ArchivePages(Archive archive, ArchiveTable runs, RefusedMailTable refused, Settings settings) {
        this.archive = archive;
        this.runs = runs;
        this.refused = refused;
        this.settings = settings;
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/calls/archives")
    ModelAndView all(Frame frame) {
        return Page.of(
                "help/archives",
                frame.titled(frame.words().say("help.archives")),
                "runs",
                runs.latest(50),
                "largest",
                settings.largestMail() / 1_048_576);
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/calls/archives")
    ModelAndView take(Actor actor, @RequestParam MultipartFile file) throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return Done.at("/calls/archives/" + archive.take(actor, name, content));
        }
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/calls/archives/{run:\\d+}")
    ModelAndView one(Frame frame, @PathVariable long run) {
        var found = runs.find(run).orElseThrow(() -> Refusal.notFound("help.unknown-archive", run));
        return Page.of(
                "help/archive",
                frame.titled(frame.words().say("help.archive", found.name())),
                "run",
                found,
                "refused",
                refused.of(run, SHOWN));
    }

    /** A refused mail as it came, to be looked at, mended and handed in again. */
    @May(Right.MANAGE_SOURCES)
    @GetMapping("/calls/archives/{run:\\d+}/refused/{position:\\d+}")
    ResponseEntity<byte[]> raw(@PathVariable long run, @PathVariable int position) {
        var raw = refused.raw(run, position).orElseThrow(() -> Refusal.notFound("help.unknown-refused", position, run));
        var name = "mail-%d-%d.eml".formatted(run, position);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(raw);
    }
}
