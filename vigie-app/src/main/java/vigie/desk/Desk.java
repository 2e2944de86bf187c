package vigie.desk;

import java.util.List;
import vigie.agenda.AgendaLine;
import vigie.duty.OnDuty;
import vigie.status.Status;

/**
 * What one person finds on their desk.
 *
 * @param waiting what waits for them, by room; rooms in which nothing waits come with no line
 * @param sites how each site does, the worst first
 * @param next what comes next for everyone, the earliest first
 * @param watch who is on duty now
 */
public record Desk(List<Pile> waiting, List<Glance> sites, List<AgendaLine> next, OnDuty watch) {
    /** Worst first, as a person on duty reads; an announced downtime needs nobody. */
    public static final List<Status> PRESSING =
            List.of(Status.CRITICAL, Status.UNKNOWN, Status.MISSING, Status.WARNING, Status.DOWNTIME, Status.OK);

    /** What waits in one room; {@code key} names it, {@code list} is the path of all of its kind. */
    public record Pile(String key, String list, List<AgendaLine> lines) {}

    /** One site at a glance. */
    public record Glance(String site, Status status) {}

    /** Whether nothing at all waits. */
    public boolean isClear() {
        return waiting.stream().allMatch(pile -> pile.lines().isEmpty());
    }

    /** The first site in this status. */
    public Glance first(Status status) {
        return sites.stream()
                .filter(glance -> glance.status() == status)
                .findFirst()
                .orElseThrow();
    }

    /** How many sites are in this status. */
    public long count(Status status) {
        return sites.stream().filter(glance -> glance.status() == status).count();
    }
}
