package vigie.problem;

import java.time.Instant;

/** What somebody wrote beside a problem. */
public record Note(Instant at, String who, String text) {}
