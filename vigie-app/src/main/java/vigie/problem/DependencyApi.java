package vigie.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.ServiceId;
import vigie.words.Refusal;

/** Which service needs which other one, for machines. */
@RestController
@RequestMapping("/api/v1/dependencies")
class DependencyApi {
    private final Dependencies dependencies;

    DependencyApi(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** That one service, by its number, needs another of its site; and why. */
    record Wished(
            @Nullable Long service,
            @Nullable Long needs,
            @Nullable String reason) {}

    @May(Right.READ)
    @GetMapping
    List<Dependencies.Dependency> all() {
        return dependencies.all();
    }

    /** Declares one; what is declared already stays as it is. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping
    List<Dependencies.Dependency> declare(Actor actor, @RequestBody Wished wished) {
        var reason = wished.reason() == null ? "" : wished.reason();
        dependencies.declare(actor, number("service", wished.service()), number("needs", wished.needs()), reason);
        return all();
    }

    /** Forgets one; where there is none nothing happens. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/forget")
    List<Dependencies.Dependency> forget(Actor actor, @RequestBody Wished wished) {
        dependencies.forget(actor, number("service", wished.service()), number("needs", wished.needs()));
        return all();
    }

    private static ServiceId number(String field, @Nullable Long number) {
        if (number == null) {
            throw Refusal.unreadable(field, "problem.silence.no-service", "");
        }
        return new ServiceId(number);
    }
}
