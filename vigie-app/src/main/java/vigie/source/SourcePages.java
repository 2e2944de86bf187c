package vigie.source;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The pages of sources and of what their readings found. */
@Controller
class SourcePages {
    private static final int SHOWN = 30;
    private final Sources sources;
    private final RunTable runs;
    private final Readings readings;

    SourcePages(Sources sources, RunTable runs, Readings readings) {
        this.sources = sources;
        this.runs = runs;
        this.readings = readings;
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/sources")
    ModelAndView list(Frame frame) {
        var last = new LinkedHashMap<Source, Run>();
        var all = sources.all();
        all.forEach(source -> runs.last(source.id()).ifPresent(run -> last.put(source, run)));
        return Page.of(
                "source/sources", frame.titled(frame.words().say("source.sources")), "sources", all, "last", last);
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/sources")
    ModelAndView add(
            Actor actor,
            Frame frame,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String ngi,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "10") int minutes,
            RedirectAttributes left) {
        var source = sources.add(
                actor, new Sources.Wish(kind, name, url, ngi, scope, credential, Duration.ofMinutes(minutes)));
        return Done.at("/sources/" + source.id(), left, frame.words().say("source.added", source.name()));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/sources/{id}")
    ModelAndView one(Frame frame, @PathVariable long id) {
        var source = sources.source(id);
        return Page.of("source/source", frame.titled(source.name()), "source", source, "runs", runs.latest(id, SHOWN));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/sources/{id}/pace")
    ModelAndView pace(
            Actor actor, Frame frame, @PathVariable long id, @RequestParam int minutes, RedirectAttributes left) {
        sources.setEvery(actor, sources.source(id), Duration.ofMinutes(minutes));
        return Done.at("/sources/" + id, left, frame.words().say("source.paced"));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/sources/{id}/read")
    ModelAndView read(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean dry) {
        var source = sources.source(id);
        SourceApi.mustBeLive(source);
        return Done.at("/sources/" + id + "/runs/" + readings.read(actor, source, false, dry));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/sources/{id}/file")
    ModelAndView take(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(defaultValue = "false") boolean dry)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var run = readings.take(actor, sources.source(id), name, file.getBytes(), complete, dry);
        return Done.at("/sources/" + id + "/runs/" + run);
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/sources/{id}/runs/{run}")
    ModelAndView report(Frame frame, @PathVariable long id, @PathVariable long run) {
        var found = find(id, run);
        return Page.of(
                "source/run",
                frame.titled(frame.words().say("source.run", sources.source(id).name(), found.began())),
                "source",
                sources.source(id),
                "run",
                found,
                "findings",
                runs.findings(run));
    }

    @May(Right.MANAGE_SOURCES)
    @PostMapping("/sources/{id}/runs/{run}/confirm")
    ModelAndView confirm(Actor actor, @PathVariable long id, @PathVariable long run) {
        return Done.at("/sources/" + id + "/runs/" + readings.confirm(actor, sources.source(id), find(id, run)));
    }

    @May(Right.MANAGE_SOURCES)
    @GetMapping("/sources/{id}/runs/{run}/refused.csv")
    ResponseEntity<String> refused(Frame frame, @PathVariable long id, @PathVariable long run) {
        return RefusedTable.answer(run, runs.findings(find(id, run).id()).misfits(), frame.words());
    }

    private Run find(long source, long run) {
        return runs.find(source, run).orElseThrow(() -> Refusal.notFound("source.unknown-run", run));
    }
}
