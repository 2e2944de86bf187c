package vigie.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.RegistryApi.Slice;
import vigie.words.Refusal;

/**
 * NGIs, VOs, organisations and types of services for machines. A change says only what changes; closing keeps what
 * happened. Each asks for a reason, which the journal keeps. An entry has an {@code ETag}; who names it in {@code
 * If-Match} changes nothing that they have not seen.
 */
@RestController
@RequestMapping("/api/v1")
class RegisterApi {
    private final NgiRegister ngis;
    private final VoRegister vos;
    private final OrganisationRegister organisations;
    private final TypeRegister types;

    RegisterApi(NgiRegister ngis, VoRegister vos, OrganisationRegister organisations, TypeRegister types) {
        this.ngis = ngis;
        this.vos = vos;
        this.organisations = organisations;
        this.types = types;
    }

    /** An entry; {@code source} is empty where it is kept by hand. */
    record Seen(long id, String name, String description, String source, boolean closed) {
        static Seen of(Register.Row row) {
            return new Seen(row.id(), row.name(), row.said(), row.source(), row.closed());
        }
    }

    /** An entry with every field that may be changed, as whoever may do so reads it; its tag says its state. */
    record Whole(long id, String name, String source, boolean closed, Map<String, Object> fields) {}

    record NgiSaid(
            @Nullable String name,
            @Nullable String description,
            @Nullable String mail,
            @Nullable String rodMail,
            @Nullable String reason) {}

    record VoSaid(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> sites,
            @Nullable String reason) {}

    record OrganisationSaid(
            @Nullable String name,
            @Nullable String officialName,
            @Nullable String kind,
            @Nullable String town,
            @Nullable List<String> sites,
            @Nullable String reason) {}

    record TypeSaid(
            @Nullable String name,
            @Nullable String description,
            @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    @May(Right.READ)
    @GetMapping("/ngis")
    Slice<Seen> ngis(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return slice(ngis, page, size);
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping("/ngis/{id}")
    Whole ngi(Actor actor, @PathVariable long id, HttpServletResponse answer) {
        return whole(ngis, actor, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/ngis")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addNgi(Actor actor, @RequestBody NgiSaid said, HttpServletResponse answer) {
        return seen(ngis, ngis.add(actor, Written.in(said)), answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/ngis/{id}")
    Seen changeNgi(
            Actor actor,
            @PathVariable long id,
            @RequestBody NgiSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        ngis.change(actor, id, Written.in(said, match));
        return seen(ngis, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/ngis/{id}/close")
    Seen closeNgi(
            Actor actor,
            @PathVariable long id,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        ngis.close(actor, id, Written.in(why, match));
        return seen(ngis, id, answer);
    }

    @May(Right.READ)
    @GetMapping("/vos")
    Slice<Seen> vos(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return slice(vos, page, size);
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping("/vos/{id}")
    Whole vo(Actor actor, @PathVariable long id, HttpServletResponse answer) {
        return whole(vos, actor, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/vos")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addVo(Actor actor, @RequestBody VoSaid said, HttpServletResponse answer) {
        return seen(vos, vos.add(actor, Written.in(said)), answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/vos/{id}")
    Seen changeVo(
            Actor actor,
            @PathVariable long id,
            @RequestBody VoSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        vos.change(actor, id, Written.in(said, match));
        return seen(vos, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/vos/{id}/close")
    Seen closeVo(
            Actor actor,
            @PathVariable long id,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        vos.close(actor, id, Written.in(why, match));
        return seen(vos, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping("/organisations/{id}")
    Whole organisation(Actor actor, @PathVariable long id, HttpServletResponse answer) {
        return whole(organisations, actor, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addOrganisation(Actor actor, @RequestBody OrganisationSaid said, HttpServletResponse answer) {
        return seen(organisations, organisations.add(actor, Written.in(said)), answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/organisations/{id}")
    Seen changeOrganisation(
            Actor actor,
            @PathVariable long id,
            @RequestBody OrganisationSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        organisations.change(actor, id, Written.in(said, match));
        return seen(organisations, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/organisations/{id}/close")
    Seen closeOrganisation(
            Actor actor,
            @PathVariable long id,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        organisations.close(actor, id, Written.in(why, match));
        return seen(organisations, id, answer);
    }

    @May(Right.READ)
    @GetMapping("/service-types")
    Slice<Seen> types(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return slice(types, page, size);
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping("/service-types/{id}")
    Whole type(Actor actor, @PathVariable long id, HttpServletResponse answer) {
        return whole(types, actor, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/service-types")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addType(Actor actor, @RequestBody TypeSaid said, HttpServletResponse answer) {
        return seen(types, types.add(actor, Written.in(said)), answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/service-types/{id}")
    Seen changeType(
            Actor actor,
            @PathVariable long id,
            @RequestBody TypeSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        types.change(actor, id, Written.in(said, match));
        return seen(types, id, answer);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/service-types/{id}/close")
    Seen closeType(
            Actor actor,
            @PathVariable long id,
            @RequestBody Why why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            HttpServletResponse answer) {
        types.close(actor, id, Written.in(why, match));
        return seen(types, id, answer);
    }

    private static Whole whole(Register register, Actor actor, long id, HttpServletResponse answer) {
        var form = register.form(actor, id);
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(form.version()));
        var fields = new LinkedHashMap<String, Object>();
        form.fields().forEach(field -> fields.put(field.name(), field.told()));
        return new Whole(id, form.name(), form.owner(), form.closed(), fields);
    }

    private static Slice<Seen> slice(Register register, int page, int size) {
        return Slice.of(register.rows().stream().map(Seen::of).toList(), page, size);
    }

    private static Seen seen(Register register, long id, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.ETAG, Shown.tag(register.version(id)));
        return register.rows().stream()
                .filter(row -> row.id() == id)
                .map(Seen::of)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
