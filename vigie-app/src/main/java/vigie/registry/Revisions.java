package vigie.registry;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.registry.Difference.Kind;
import vigie.words.Refusal;

/**
 * What each entry of the registry was before, so that nobody saves over a change that they have not seen. The version
 * of an entry is the number of the deed that changed it last.
 */
@Component
class Revisions {
    private static final int LONGEST = 300;
    private final RevisionTable table;
    private final Journal journal;

    Revisions(RevisionTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    /** Writes a change of an entry into the journal; it is the entry's newest version. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(
            Actor who, Kind kind, long entry, String subject, String deed, String before, String after, String reason) {
        table.keep(kind, entry, journal.write(who, subject, deed, before, after, reason));
    }

    /** The version; to be asked before the entry itself, so that what is shown is never older than it says. */
    long latest(Kind kind, long entry) {
        return table.latest(kind, entry);
    }

    /** What was changed after a version, newest first; nothing where that is the present one, or is none. */
    List<Revision> since(Kind kind, long entry, String version) {
        return Shown.NUMBER.matcher(version).matches() ? told(kind, entry, Long.parseLong(version)) : List.of();
    }

    private List<Revision> told(Kind kind, long entry, long from) {
        return journal.those(table.since(kind, entry, from)).stream()
                .map(Revision::of)
                .toList();
    }

    /** Refuses to change what is no longer as it was shown; to be asked while the registry is locked. */
    void mustBeLatest(Kind kind, long entry, String name, Shown shown) {
        var latest = table.latest(kind, entry);
        if (shown.includes(latest)) {
            return;
        }
        var missed = told(kind, entry, shown.number().orElse(0L));
        if (missed.isEmpty()) {
            throw Refusal.stale("registry.no-version", name, latest);
        }
        var last = missed.getFirst();
        var what = last.what().length() > LONGEST ? last.what().substring(0, LONGEST) + "..." : last.what();
        throw Refusal.stale("registry.changed-meanwhile", name, last.who(), last.at(), what);
    }
}
