package vigie.account;

import java.util.EnumSet;
import java.util.Set;
import vigie.people.Grant;
import vigie.people.Role;
import vigie.words.Refusal;

/**
 * Over what a role may be held. A role that reaches beyond one site is held everywhere or not at all: whoever may do a
 * thing somewhere passes a door that asks for no site.
 */
final class GrantRule {
    private static final Set<Role> EVERYWHERE =
            EnumSet.of(Role.ADMINISTRATOR, Role.NGI_MANAGER, Role.SECURITY_OFFICER, Role.READER);

    private GrantRule() {}

    static void check(Grant grant) {
        if (EVERYWHERE.contains(grant.role()) && grant.site() != 0) {
            throw Refusal.unreadable("site", "account.grant.everywhere", grant.role());
        }
        if ((grant.role() == Role.SITE_ADMINISTRATOR || grant.role() == Role.SITE_WATCHER) && grant.site() == 0) {
            throw Refusal.unreadable("site", "account.grant.needs-site", grant.role());
        }
        if (grant.role() == Role.VO_MANAGER && (grant.vo().isEmpty() || grant.site() != 0)) {
            throw Refusal.unreadable("vo", "account.grant.needs-vo", grant.role());
        }
        if (grant.role() != Role.VO_MANAGER && !grant.vo().isEmpty()) {
            throw Refusal.unreadable("vo", "account.grant.no-vo", grant.role());
        }
    }
}
