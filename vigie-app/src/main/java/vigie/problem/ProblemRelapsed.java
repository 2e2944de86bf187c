package vigie.problem;

/** A problem that had recovered is bad again. */
public record ProblemRelapsed(long problem) {}
