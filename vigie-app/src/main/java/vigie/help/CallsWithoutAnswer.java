package vigie.help;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.AgendaSection;
import vigie.registry.Federation;
import vigie.registry.Site;

/** Calls on the list that stayed without an answer, at the meeting. */
@Component
class CallsWithoutAnswer implements AgendaSection {
    private static final int MOST = 50;

    private final CallList list;
    private final Federation federation;

    CallsWithoutAnswer(CallList list, Federation federation) {
        this.list = list;
        this.federation = federation;
    }

    @Override
    public String key() {
        return "help.agenda.unanswered";
    }

    @Override
    public int place() {
        return 520;
    }

    @Override
    public List<AgendaLine> lines(Instant lastMeeting, Instant now) {
        return list.late(now, lastMeeting, MOST).stream()
                .map(call -> {
                    var site = federation.site(call.site()).map(Site::name).orElse("");
                    return AgendaLine.of(
                            "/calls/" + call.id(),
                            call.subject().startsWith(site)
                                    ? "help.agenda.unanswered.no-site"
                                    : "help.agenda.unanswered.line",
                            Veil.over(call.subject()),
                            call.asked(),
                            site);
                })
                .toList();
    }
}
