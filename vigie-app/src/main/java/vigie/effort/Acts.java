package vigie.effort;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.people.Grant;
import vigie.people.People;
import vigie.problem.Problems;
import vigie.registry.Federation;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;
import vigie.ticket.Tickets;

/** What the journal says of persons, read as effort: each line that was done for a site counts once. */
@Component
class Acts {
    private static final int AT_ONCE = 500;
    private static final Set<String> ROOMS = Set.of("problem", "ticket", "alarm", "check", "registry", "help");

    private final Journal journal;
    private final ActTable acts;
    private final ReadTable read;
    private final People people;
    private final Federation federation;
    private final Problems problems;
    private final Tickets tickets;

    Acts(
            Journal journal,
            ActTable acts,
            ReadTable read,
            People people,
            Federation federation,
            Problems problems,
            Tickets tickets) {
        this.journal = journal;
        this.acts = acts;
        this.read = read;
        this.people = people;
        this.federation = federation;
        this.problems = problems;
        this.tickets = tickets;
    }

    /** Reads what the journal holds since it was last read. */
    @Transactional
    public void read() {
        var upTo = read.upTo();
        for (var deeds = journal.byPersonsAfter(upTo, AT_ONCE);
                !deeds.isEmpty();
                deeds = journal.byPersonsAfter(upTo, AT_ONCE)) {
            for (var deed : deeds) {
                siteOf(deed.subject()).ifPresent(site -> keep(deed, site));
            }
            upTo = deeds.getLast().id();
        }
        read.upTo(upTo);
    }

    private void keep(Deed deed, SiteId site) {
        var room = deed.deed().split("\\.", 2)[0];
        if (ROOMS.contains(room)) {
            acts.add(new Act(
                    deed.id(),
                    deed.at(),
                    deed.person(),
                    home(deed.person(), site.value()),
                    site.value(),
                    deed.deed(),
                    deed.subject()));
        }
    }

    /** The site where it was done where that is one's own; else the first of one's own sites. */
    private long home(long person, long site) {
        var own = new TreeSet<Long>();
        people.grants(person).stream().map(Grant::site).filter(one -> one != 0).forEach(own::add);
        return own.contains(site) ? site : own.isEmpty() ? 0 : own.first();
    }

    private Optional<SiteId> siteOf(String subject) {
        var words = subject.split(":", 2);
        if (words.length != 2 || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var number = Long.parseLong(words[1]);
        return switch (words[0]) {
            case "problem" -> problems.problem(number).map(problem -> problem.site());
            case "ticket" -> tickets.ticket(number).map(ticket -> ticket.site());
            case "service" -> federation.service(new ServiceId(number)).map(service -> service.site());
            case "site" -> federation.site(new SiteId(number)).map(site -> site.id());
            default -> Optional.empty();
        };
    }
}
