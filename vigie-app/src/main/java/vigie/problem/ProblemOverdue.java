package vigie.problem;

/** A ticket was due long ago, and still none follows the problem. */
public record ProblemOverdue(long problem) {}
