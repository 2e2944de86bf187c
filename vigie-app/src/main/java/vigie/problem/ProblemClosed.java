package vigie.problem;

/** A problem is over. */
public record ProblemClosed(long problem) {}
