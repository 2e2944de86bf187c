package vigie.problem;

/** Which checks of a site raise problems for the duty. */
public enum Watch {
    /** Those of the operations profile: run for the VO ops, or for none. */
    OPS,
    /** Those run for the VOs that the site serves. */
    VOS,
    /** Both. */
    BOTH,
    /** Those of operations while the site is on probation, and then those of its VOs. */
    GROWING,
    /** None: the site watches its own alarms, and the duty is not told. */
    SELF;

    /** Whether a check run for this VO raises problems at a site that is on probation, or no longer. */
    boolean lets(String vo, boolean onProbation) {
        var operations = vo.isEmpty() || vo.equalsIgnoreCase("ops");
        return switch (this) {
            case OPS -> operations;
            case VOS -> !operations;
            case BOTH -> true;
            case GROWING -> operations == onProbation;
            case SELF -> false;
        };
    }
}
