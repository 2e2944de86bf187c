package vigie.registry;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;

/** Sites whose certification changed since the last meeting. */
@Component
class StatusChangesOnAgenda implements AgendaSection {
    private final Federation federation;

    StatusChangesOnAgenda(Federation federation) {
        this.federation = federation;
    }

    @Override
    public String key() {
        return "registry.agenda.status";
    }

    @Override
    public int place() {
        return 530;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return federation.statusChanges(lastMeeting, now).stream()
                .flatMap(change -> {
                    var before = change.before();
                    return before == null
                            ? java.util.stream.Stream.<AgendaLine>empty()
                            : java.util.stream.Stream.of(AgendaLine.of(
                                    "/sites/" + change.siteName(),
                                    "registry.agenda.status." + change.after().name(),
                                    change.siteName(),
                                    change.at()));
                })
                .toList();
    }
}
