package vigie.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.RegisterApi.Why;

/** Persons for machines: how they are spelled, and which of them are one. */
@RestController
@RequestMapping("/api/v1/persons")
class PersonApi {
    private final Persons persons;

    PersonApi(Persons persons) {
        this.persons = persons;
    }

    record SpellingSaid(
            @Nullable String spelling,
            @Nullable String name,
            @Nullable String reason) {}

    record JoinSaid(
            @Nullable String kept,
            @Nullable String joined,
            @Nullable String reason) {}

    @May(Right.EDIT_FEDERATION)
    @GetMapping
    List<Persons.Named> all() {
        return persons.all();
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/spellings")
    @ResponseStatus(HttpStatus.CREATED)
    List<Persons.Named> spell(Actor actor, @RequestBody SpellingSaid said) {
        persons.spell(actor, Written.in(said));
        return persons.all();
    }

    /** Removes a spelling; where a name is said, only if it is that person's. Adding it again undoes it. */
    @May(Right.EDIT_FEDERATION)
    @PostMapping("/spellings/remove")
    List<Persons.Named> unspell(Actor actor, @RequestBody SpellingSaid said) {
        persons.unspell(actor, Written.in(said));
        return persons.all();
    }

    @May(Right.EDIT_FEDERATION)
    @GetMapping("/joins")
    List<Persons.Join> joins() {
        return persons.joins();
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/joins")
    @ResponseStatus(HttpStatus.CREATED)
    List<Persons.Join> join(Actor actor, @RequestBody JoinSaid said) {
        persons.join(actor, Written.in(said));
        return persons.joins();
    }

    @May(Right.EDIT_FEDERATION)
    @PostMapping("/joins/{id}/undo")
    List<Persons.Join> undo(Actor actor, @PathVariable long id, @RequestBody Why why) {
        persons.undo(actor, id, Written.in(why));
        return persons.joins();
    }
}
