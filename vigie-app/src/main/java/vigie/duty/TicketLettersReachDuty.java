package vigie.duty;

import java.util.List;
import org.springframework.stereotype.Component;
import vigie.registry.SiteId;
import vigie.ticket.DutyAddresses;

/**
 * The letters of a ticket go to who hears of the site's problems now: whose turn it is, or the team that watches, or,
 * where nobody is on duty, who was named instead.
 */
@Component
class TicketLettersReachDuty implements DutyAddresses {
    private final Roster roster;

    TicketLettersReachDuty(Roster roster) {
        this.roster = roster;
    }

    @Override
    public List<String> of(SiteId site) {
        return roster.of(site).addresses();
    }
}
