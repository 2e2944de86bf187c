package vigie.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.time.Interval;

/** Downtimes that run or are ahead. */
@Component
class DowntimesOnAgenda implements AgendaSection {
    private static final Duration AHEAD = Duration.ofDays(60);
    private final Federation federation;

    DowntimesOnAgenda(Federation federation) {
        this.federation = federation;
    }

    @Override
    public String key() {
        return "registry.agenda.downtimes";
    }

    @Override
    public int place() {
        return 540;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return federation.downtimes(new Interval(now, now.plus(AHEAD))).stream()
                .map(downtime -> AgendaLine.of(
                        "/downtimes/" + downtime.id(),
                        "registry.agenda.downtime." + downtime.severity().name(),
                        federation.site(downtime.site()).map(Site::name).orElse(""),
                        downtime.during().start(),
                        downtime.during().end(),
                        downtime.services().size(),
                        downtime.description()))
                .toList();
    }
}
