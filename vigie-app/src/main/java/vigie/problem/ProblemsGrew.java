package vigie.problem;

/** Alarms have joined problems of a site, or opened some. */
public record ProblemsGrew(long site) {}
