package vigie.demo;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.words.Refusal;

/** The machines of the demonstration as services of the registry, each to be stopped and started. */
@Component
class Stage {
    private final Federation federation;
    private final Machines machines;
    private final Journal journal;

    Stage(Federation federation, Machines machines, Journal journal) {
        this.federation = federation;
        this.machines = machines;
        this.journal = journal;
    }

    List<Prop> props() {
        return federation.services().stream()
                .filter(service -> machines.of(service).isPresent())
                .map(this::prop)
                .sorted(Comparator.comparing((Prop prop) -> prop.service().siteName())
                        .thenComparing(prop -> prop.service().name()))
                .toList();
    }

    /** Stops or starts a machine; nothing happens where it already is as wished. */
    Prop set(Actor actor, long id, boolean running) {
        actor.mustBeAllowed(Right.PLAY_DEMONSTRATION);
        var service = federation.service(new ServiceId(id)).orElseThrow(() -> Refusal.notFound("demo.no-machine", id));
        if (running) {
            machines.start(service);
        } else {
            machines.stop(service);
        }
        journal.write(
                actor, "service:" + id, running ? "demo.deed.started" : "demo.deed.stopped", "", service.name(), "");
        return prop(service);
    }

    private Prop prop(Service service) {
        var machine = machines.of(service).orElseThrow(() -> Refusal.notFound("demo.no-machine", service.name()));
        return new Prop(service, machine.port(), machine.runs());
    }
}
