package vigie.people;

/** What a person is to the infrastructure; a role is held everywhere, or over one site, or over one VO. */
public enum Role {
    /** Runs Vigie itself: accounts, sources, settings. */
    ADMINISTRATOR,
    /** Answers for the national infrastructure: registry, rota, meeting. */
    NGI_MANAGER,
    /** On duty (ROD): alarms, problems, tickets. */
    DUTY_OPERATOR,
    /** Answers for one site. */
    SITE_ADMINISTRATOR,
    /** Of a team that watches a site which is not theirs, by agreement and for a time; held over that site only. */
    SITE_WATCHER,
    /** Incidents, bans, vulnerabilities. */
    SECURITY_OFFICER,
    /** Answers for the users of one VO. */
    VO_MANAGER,
    /** Sees what is not restricted, and changes nothing. */
    READER
}
