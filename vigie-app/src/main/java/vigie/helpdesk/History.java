package vigie.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Refusal;

/**
 * Takes in tickets of the past, all of a file or none of it: cut off in the middle, what was there before is there still,
 * whole. Handed in again it changes nothing.
 */
@Component
class History {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ORIGIN = 40;

    private final PastTable tickets;
    private final IntakeTable intakes;
    private final Federation federation;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate together;

    History(
            PastTable tickets,
            IntakeTable intakes,
            Federation federation,
            Journal journal,
            Clock clock,
            TransactionTemplate together) {
        this.tickets = tickets;
        this.intakes = intakes;
        this.federation = federation;
        this.journal = journal;
        this.clock = clock;
        this.together = together;
    }

    /** What was read: tickets by their number, and the rows that are none. */
    record Read(Map<String, Past> tickets, List<RefusedLine> refused, int rows) {}

    /** Reads a file, CSV or XML; answers the number of the report. A file that is neither is refused. */
    long take(Actor actor, String name, String origin, byte[] bytes, boolean dry) {
        var now = clock.instant();
        return take(
                actor,
                name,
                origin,
                dry,
                (row, odd) -> {
                    if (isXml(bytes)) {
                        XmlTickets.read(name, bytes, row);
                    } else {
                        CsvTickets.read(name, bytes, row, odd);
                    }
                },
                now);
    }

    /** Hands over rows, one by one, and such as are none. */
    interface Rows {
        void read(Consumer<Line> row, Consumer<RefusedLine> odd);
    }

    /** The same from elsewhere. */
    long take(Actor actor, String name, String origin, boolean dry, Rows rows, Instant now) {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        var file = LineRefused.clean(name.strip(), LONGEST_NAME);
        var whose = origin.strip();
        if (whose.isEmpty() || whose.length() > LONGEST_ORIGIN || whose.indexOf('\0') >= 0) {
            throw Refusal.unreadable("origin", "helpdesk.origin.length", whose.length(), LONGEST_ORIGIN);
        }
        var intake = intakes.begin(now, actor.login(), file, whose, dry);
        try {
            var read = read(rows, now);
            var count = keep(actor, intake, whose, read, dry);
            together.executeWithoutResult(status -> {
                // what a dry run put there is gone by now, and its report is written by itself
                if (dry) {
                    intakes.end(intake, Intake.Outcome.SHOWN, count);
                    intakes.refuse(intake, read.refused());
                }
            });
            return intake;
        } catch (Refusal refused) {
            intakes.failed(intake, refused.getMessage());
            throw refused;
        }
    }

    private static Read read(Rows rows, Instant now) {
        var found = new LinkedHashMap<String, Past>();
        var refused = new ArrayList<RefusedLine>();
        var count = new int[1];
        rows.read(
                line -> {
                    count[0]++;
                    try {
                        var past = Telling.of(line, now);
                        var earlier = found.putIfAbsent(past.foreignId(), past);
                        if (earlier != null && !earlier.equals(past)) {
                            throw new LineRefused("id", past.foreignId(), "helpdesk.expected.once");
                        }
                    } catch (LineRefused no) {
                        refused.add(no.of(line, id(line)));
                    }
                },
                odd -> {
                    count[0]++;
                    refused.add(odd);
                });
        return new Read(found, refused, count[0]);
    }

    private static String id(Line line) {
        try {
            return Telling.id(line);
        } catch (LineRefused unreadable) {
            return "";
        }
    }

    private Intake.Count keep(Actor actor, long intake, String origin, Read read, boolean dry) {
        return together.execute(status -> {
            tickets.alone();
            var became = new HashMap<PastTable.Put, Integer>();
            read.tickets().values().stream()
                    .sorted(Comparator.comparing(Past::foreignId))
                    .forEach(past -> became.merge(put(origin, past, intake), 1, Integer::sum));
            var count = new Intake.Count(
                    read.rows(),
                    became.getOrDefault(PastTable.Put.ADDED, 0),
                    became.getOrDefault(PastTable.Put.CHANGED, 0),
                    became.getOrDefault(PastTable.Put.SAME, 0),
                    read.refused().size());
            if (dry) {
                status.setRollbackOnly();
            } else {
                intakes.end(intake, Intake.Outcome.TAKEN, count);
                intakes.refuse(intake, read.refused());
                journal.write(
                        actor,
                        "helpdesk:" + intake,
                        "helpdesk.deed.taken",
                        "",
                        "%s: %d + %d".formatted(origin, count.added(), count.changed()),
                        "");
            }
            return count;
        });
    }

    private PastTable.Put put(String origin, Past past, long intake) {
        var site =
                past.site().isEmpty() ? null : federation.siteNamed(past.site()).orElse(null);
        return tickets.put(
                origin,
                past,
                site == null ? 0 : site.id().value(),
                site == null ? past.site() : name(site),
                Rules.propose(past),
                intake);
    }

    private static String name(Site site) {
        return site.name();
    }

    /** A person says what a ticket was about; what the rules proposed is remembered beside it. */
    @Transactional
    void confirm(Actor actor, long id, CauseKind kind) {
        actor.mustBeAllowed(Right.HANDLE_TICKETS);
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.notFound("helpdesk.past.unknown", id));
        if (kind == ticket.confirmed()) {
            return;
        }
        tickets.confirm(id, kind, actor.name(), clock.instant());
        journal.write(
                actor,
                "past:" + id,
                "helpdesk.deed.cause",
                "helpdesk.cause." + ticket.cause(),
                "helpdesk.cause." + kind,
                "");
    }

    /** Whether what stands first is the beginning of XML, after a byte order mark and blanks. */
    private static boolean isXml(byte[] bytes) {
        for (var each : bytes) {
            if (each == '<') {
                return true;
            }
            // a mark of UTF-8 or UTF-16, and the zeros of the latter
            if (each > ' ') {
                return false;
            }
        }
        return false;
    }
}
