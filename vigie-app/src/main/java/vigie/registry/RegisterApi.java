package vigie.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
 * happened. Each asks for a reason, which the journal keeps.
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
    @PostMapping("/ngis")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addNgi(Actor actor, @RequestBody NgiSaid said) {
        return seen(ngis, ngis.add(actor, Written.in(said)));
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/ngis/{id}")
    Seen changeNgi(Actor actor, @PathVariable long id, @RequestBody NgiSaid said) {
        ngis.change(actor, id, Written.in(said));
        return seen(ngis, id);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/ngis/{id}/close")
    Seen closeNgi(Actor actor, @PathVariable long id, @RequestBody Why why) {
        ngis.close(actor, id, Written.in(why).reason());
        return seen(ngis, id);
    }

    @May(Right.READ)
    @GetMapping("/vos")
    Slice<Seen> vos(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return slice(vos, page, size);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/vos")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addVo(Actor actor, @RequestBody VoSaid said) {
        return seen(vos, vos.add(actor, Written.in(said)));
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/vos/{id}")
    Seen changeVo(Actor actor, @PathVariable long id, @RequestBody VoSaid said) {
        vos.change(actor, id, Written.in(said));
        return seen(vos, id);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/vos/{id}/close")
    Seen closeVo(Actor actor, @PathVariable long id, @RequestBody Why why) {
        vos.close(actor, id, Written.in(why).reason());
        return seen(vos, id);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addOrganisation(Actor actor, @RequestBody OrganisationSaid said) {
        return seen(organisations, organisations.add(actor, Written.in(said)));
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/organisations/{id}")
    Seen changeOrganisation(Actor actor, @PathVariable long id, @RequestBody OrganisationSaid said) {
        organisations.change(actor, id, Written.in(said));
        return seen(organisations, id);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/organisations/{id}/close")
    Seen closeOrganisation(Actor actor, @PathVariable long id, @RequestBody Why why) {
        organisations.close(actor, id, Written.in(why).reason());
        return seen(organisations, id);
    }

    @May(Right.READ)
    @GetMapping("/service-types")
    Slice<Seen> types(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return slice(types, page, size);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/service-types")
    @ResponseStatus(HttpStatus.CREATED)
    Seen addType(Actor actor, @RequestBody TypeSaid said) {
        return seen(types, types.add(actor, Written.in(said)));
    }

    @May(Right.EDIT_FEDERATION)
    @PatchMapping("/service-types/{id}")
    Seen changeType(Actor actor, @PathVariable long id, @RequestBody TypeSaid said) {
        types.change(actor, id, Written.in(said));
        return seen(types, id);
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/service-types/{id}/close")
    Seen closeType(Actor actor, @PathVariable long id, @RequestBody Why why) {
        types.close(actor, id, Written.in(why).reason());
        return seen(types, id);
    }

    private static Slice<Seen> slice(Register register, int page, int size) {
        return Slice.of(register.rows().stream().map(Seen::of).toList(), page, size);
    }

    static Seen seen(Register register, long id) {
        return register.rows().stream()
                .filter(row -> row.id() == id)
                .map(Seen::of)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
