package vigie.problem;

/** What had kept a problem quiet has ended, and it is still bad. */
public record ProblemReturned(long problem) {}
