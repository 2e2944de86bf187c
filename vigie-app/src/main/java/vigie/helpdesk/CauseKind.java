package vigie.helpdesk;

/** What sort of thing a ticket of the past was about, so that six months of them can be counted. */
public enum CauseKind {
    /** Asked of many sites at once, such as an upgrade before a date: not a failure. */
    CAMPAIGN,
    /** A certificate, a revocation list or a proxy that was out of date or not trusted. */
    CERTIFICATE,
    /** Disks full, storage services, transfers. */
    STORAGE,
    /** What the site says of itself: BDII, GLUE. */
    INFORMATION_SYSTEM,
    /** Computing elements and the batch system behind them. */
    COMPUTING,
    /** Network, names, firewalls. */
    NETWORK,
    /** Machines, power, cooling. */
    HARDWARE,
    /** Settings, software, an upgrade that went wrong. */
    CONFIGURATION,
    /** The check was wrong, not the site. */
    MONITORING,
    /** The user had to do something else. */
    USER_ERROR,
    /** None of these, or not known. */
    OTHER
}
