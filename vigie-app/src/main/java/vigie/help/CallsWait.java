package vigie.help;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;

/** Calls that nobody has answered in time, on the desk of those on duty; a site's own on its administrators'. */
@Component
class CallsWait implements Waiting {
    private static final int MOST = 20;

    private final CallList list;
    private final CallLine.Lines lines;

    CallsWait(CallList list, CallLine.Lines lines) {
        this.list = list;
        this.lines = lines;
    }

    @Override
    public String key() {
        return "help.waiting";
    }

    @Override
    public int place() {
        return 150;
    }

    @Override
    public String list() {
        return "/calls?view=late";
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        return list.late(now, now, 200).stream()
                .filter(call -> who.may(Right.HANDLE_TICKETS, call.site().value())
                        || who.sites().contains(call.site().value()))
                .limit(MOST)
                .map(call -> lines.of(call, who))
                .map(line -> AgendaLine.of(
                        "/calls/" + line.call().id(),
                        line.call().subject().startsWith(line.site())
                                ? "help.waiting.line.no-site"
                                : "help.waiting.line",
                        line.call().subject(),
                        line.call().asked(),
                        line.site()))
                .toList();
    }
}
