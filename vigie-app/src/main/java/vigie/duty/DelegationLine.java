package vigie.duty;

/** An agreement with the names of its two sites. */
public record DelegationLine(Delegation delegation, String watched, String watcher) {}
