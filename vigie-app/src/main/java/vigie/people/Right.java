package vigie.people;

import static vigie.people.Role.ADMINISTRATOR;
import static vigie.people.Role.DUTY_OPERATOR;
import static vigie.people.Role.NGI_MANAGER;
import static vigie.people.Role.READER;
import static vigie.people.Role.SECURITY_OFFICER;
import static vigie.people.Role.SITE_ADMINISTRATOR;
import static vigie.people.Role.SITE_WATCHER;
import static vigie.people.Role.VO_MANAGER;

import java.util.Set;
import vigie.words.Spoken;

/** One thing that may be done, and the roles that may do it. Whoever is not named may not. */
public enum Right implements Spoken {
    /** See sites, services, statuses, alarms, problems, tickets, meetings. */
    READ(
            ADMINISTRATOR,
            NGI_MANAGER,
            DUTY_OPERATOR,
            SITE_ADMINISTRATOR,
            SECURITY_OFFICER,
            VO_MANAGER,
            READER,
            SITE_WATCHER),
    /** See the mail addresses and telephones of contacts. */
    READ_CONTACTS(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SECURITY_OFFICER, SITE_ADMINISTRATOR),
    /** Change what the registry says of sites, services, organisations, downtimes. */
    EDIT_REGISTRY(ADMINISTRATOR, NGI_MANAGER, SITE_ADMINISTRATOR),
    /** Change NGIs, VOs, organisations and types of services, add sites, say which names are one person. */
    EDIT_FEDERATION(ADMINISTRATOR, NGI_MANAGER),
    /** Announce a downtime. */
    ANNOUNCE_DOWNTIME(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_ADMINISTRATOR),
    /** Say where the registry is read from, and read it. */
    MANAGE_SOURCES(ADMINISTRATOR, NGI_MANAGER),
    /** Say which checks run, and run one now. */
    MANAGE_CHECKS(ADMINISTRATOR, NGI_MANAGER),
    /** Run a check now. */
    RUN_CHECK(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_ADMINISTRATOR),
    /** Hand in results of checks. */
    SEND_RESULTS(ADMINISTRATOR),
    /** Acknowledge alarms and problems, move and split them. */
    HANDLE_PROBLEMS(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_WATCHER),
    /** Open tickets, escalate and close them. */
    HANDLE_TICKETS(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_WATCHER),
    /** Answer a ticket, raise one for one's own site. */
    REPLY_TICKETS(
            ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_ADMINISTRATOR, SECURITY_OFFICER, VO_MANAGER, SITE_WATCHER),
    /** Say who is on duty when, and who steps in. */
    PLAN_DUTY(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR),
    /** Say that nobody is on duty, and which team watches which site. */
    DECIDE_DUTY(ADMINISTRATOR, NGI_MANAGER),
    /** Prepare, freeze and close meetings. */
    HOLD_MEETINGS(ADMINISTRATOR, NGI_MANAGER),
    /** Add an action or a subject to a meeting. */
    ADD_ACTIONS(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_ADMINISTRATOR, SECURITY_OFFICER, VO_MANAGER),
    /** See the letters that left the house. */
    READ_MAILBOX(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR),
    /** See the journal of changes. */
    READ_JOURNAL(ADMINISTRATOR, NGI_MANAGER),
    /** See what persons did, by name; one's own everyone sees. */
    SEE_EFFORT_OF_PERSONS(NGI_MANAGER),
    /** See how Vigie itself does. */
    READ_UPKEEP(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR),
    /** Create accounts, give and take roles. */
    MANAGE_ACCOUNTS(ADMINISTRATOR),
    /** Make and revoke one's own API tokens. */
    OWN_TOKENS(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR, SITE_ADMINISTRATOR, SECURITY_OFFICER, VO_MANAGER, READER),
    /** Move the clock of a demonstration, stop and start its services. */
    PLAY_DEMONSTRATION(ADMINISTRATOR, NGI_MANAGER, DUTY_OPERATOR);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    @Override
    public String key() {
        return "people.right." + name();
    }

    /** Whether the role may. */
    public boolean isHeldBy(Role role) {
        return roles.contains(role);
    }
}
