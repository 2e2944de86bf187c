package vigie.problem;

/** Why a problem may be closed though its checks are still bad. EGI counts such closures; each has its explanation. */
public enum NotGood {
    /** The node or the site is in an announced downtime; the explanation gives the link to it. */
    DOWNTIME,
    /** It is no longer in production, or no longer monitored. */
    NOT_IN_PRODUCTION,
    /** The monitoring itself was at fault, and the alarm was false. */
    MONITORING_FAULT,
    /** A core service elsewhere failed; the explanation gives its ticket. */
    CORE_SERVICE,
    /** Something else, which the explanation tells. */
    OTHER
}
