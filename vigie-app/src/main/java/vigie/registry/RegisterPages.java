package vigie.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The registry by hand: its registers, and for each entry a form on which it is added, changed and closed. */
@Controller
@RequestMapping("/registry")
public class RegisterPages {
    private static final int ON_A_PAGE = 200;
    private final List<Register> registers;
    private final Persons persons;
    private final Revisions revisions;

    RegisterPages(List<Register> registers, Persons persons, Revisions revisions) {
        this.registers = registers;
        this.revisions = revisions;
        this.persons = persons;
    }

    /** A register in the list of all. */
    public record Shown(String path, long entries, boolean mayAdd) {}

    /** An entry in the list of one register. */
    public record Line(long id, String name, String said, String source, boolean closed, String page, boolean mine) {}

    @May(Right.READ)
    @GetMapping
    ModelAndView all(Actor actor, Frame frame) {
        return Page.of(
                "registry/registers",
                frame.titled(frame.words().say("registry.registers")),
                "registers",
                registers.stream()
                        .map(one -> new Shown(
                                one.path(),
                                one.rows().stream().filter(row -> !row.closed()).count(),
                                one.mayAdd(actor)))
                        .sorted(java.util.Comparator.comparing(Shown::path))
                        .toList(),
                "persons",
                persons.all().size());
    }

    @May(Right.READ)
    @GetMapping("/{path}")
    ModelAndView list(
            Actor actor,
            Frame frame,
            @PathVariable String path,
            @org.springframework.web.bind.annotation.RequestParam(defaultValue = "") String q,
            @org.springframework.web.bind.annotation.RequestParam(defaultValue = "1") int page) {
        var register = at(path);
        var wanted = q.strip().toLowerCase(java.util.Locale.ROOT);
        var found = register.rows().stream()
                .filter(row -> (row.name() + " " + row.said())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(wanted))
                .map(row -> new Line(
                        row.id(),
                        row.name(),
                        row.said(),
                        row.source(),
                        row.closed(),
                        row.page(),
                        register.mayChange(actor, row)))
                .toList();
        var from = Math.clamp((page - 1L) * ON_A_PAGE, 0, found.size());
        return Page.of(
                "registry/register",
                frame.titled(frame.words().say("registry.register." + path)),
                "path",
                path,
                "lines",
                found.subList(from, Math.min(from + ON_A_PAGE, found.size())),
                "q",
                q,
                "page",
                from / ON_A_PAGE + 1,
                "pages",
                Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE),
                "mayAdd",
                register.mayAdd(actor));
    }

    @May(Right.EDIT_REGISTRY)
    @GetMapping("/{path}/new")
    ModelAndView blank(Actor actor, Frame frame, HttpServletRequest request, @PathVariable String path) {
        var given = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()[0]));
        var form = at(path).blank(actor, given);
        return shown(frame.titled(frame.words().say("registry.add." + path)), path, form, List.of());
    }

    @May(Right.EDIT_REGISTRY)
    @GetMapping("/{path}/{id}")
    ModelAndView form(Actor actor, Frame frame, @PathVariable String path, @PathVariable long id) {
        var register = at(path);
        var form = register.form(actor, id);
        var missed = revisions.since(register.kind(), id, frame.typed("version", ""));
        return shown(frame.titled(frame.words().say("registry.edit-of", form.name())), path, form, missed);
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/{path}")
    ModelAndView add(
            Actor actor, Frame frame, HttpServletRequest request, @PathVariable String path, RedirectAttributes left) {
        var register = at(path);
        var id = register.add(actor, Written.on(request.getParameterMap()));
        var name = register.form(actor, id).name();
        return Done.at("/registry/" + path + "/" + id, left, frame.words().say("registry.added", name));
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/{path}/{id}")
    ModelAndView change(
            Actor actor,
            Frame frame,
            HttpServletRequest request,
            @PathVariable String path,
            @PathVariable long id,
            RedirectAttributes left) {
        var register = at(path);
        register.change(actor, id, Written.on(request.getParameterMap()));
        var name = register.form(actor, id).name();
        return Done.at("/registry/" + path + "/" + id, left, frame.words().say("registry.saved", name));
    }

    @May(Right.EDIT_REGISTRY)
    @PostMapping("/{path}/{id}/close")
    ModelAndView close(
            Actor actor,
            Frame frame,
            HttpServletRequest request,
            @PathVariable String path,
            @PathVariable long id,
            RedirectAttributes left) {
        var register = at(path);
        var name = register.form(actor, id).name();
        register.close(actor, id, Written.on(request.getParameterMap()));
        return Done.at("/registry/" + path, left, frame.words().say("registry.closed-done", name));
    }

    private static ModelAndView shown(Frame frame, String path, Form form, List<Revision> missed) {
        return Page.of("registry/form", frame, "path", path, "form", form, "missed", missed);
    }

    private Register at(String path) {
        return registers.stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", path));
    }
}
