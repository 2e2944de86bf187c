package vigie.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.problem.Silences;
import vigie.problem.Watches;
import vigie.registry.Federation;
import vigie.registry.Site;

/** Where nobody looks: sites covered by no check that counts, silences and pauses with their ends. */
@Component
class Unwatched implements AgendaSection {
    private static final Duration AHEAD = Duration.ofDays(45);

    private final Watches watches;
    private final Silences silences;
    private final PauseTable pauses;
    private final Federation federation;

    Unwatched(Watches watches, Silences silences, PauseTable pauses, Federation federation) {
        this.watches = watches;
        this.silences = silences;
        this.pauses = pauses;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "duty.agenda.unwatched";
    }

    @Override
    public int place() {
        return 525;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        var all = new ArrayList<AgendaLine>();
        pauses.notOver(now).stream()
                .filter(pause -> pause.during().start().isBefore(now.plus(AHEAD)))
                .forEach(pause -> all.add(AgendaLine.of(
                        "/duty/calendar",
                        "duty.agenda.pause",
                        pause.during().start(),
                        pause.during().end(),
                        pause.reason())));
        silences.running()
                .forEach(silence -> all.add(AgendaLine.of(
                        "/problems/silences",
                        "duty.agenda.silence",
                        federation.site(silence.site()).map(Site::name).orElse("?"),
                        silence.ends(),
                        silence.who(),
                        silence.reason())));
        watches.coverage().stream()
                .filter(one -> !one.covered())
                .forEach(one -> all.add(AgendaLine.of(
                        "/problems/watch", "duty.agenda.uncovered", one.site().name())));
        return all;
    }
}
