package vigie.problem;

/** A ticket has fallen due for a problem. */
public record ProblemDue(long problem) {}
