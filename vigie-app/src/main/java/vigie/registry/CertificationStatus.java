package vigie.registry;

/** How far the federation trusts a site; a new site begins as a candidate, and what is closed is over. */
public enum CertificationStatus {
    CANDIDATE,
    UNCERTIFIED,
    CERTIFIED,
    SUSPENDED,
    CLOSED
}
