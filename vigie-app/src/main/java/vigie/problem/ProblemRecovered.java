package vigie.problem;

/** All alarms of a problem are good again. */
public record ProblemRecovered(long problem) {}
