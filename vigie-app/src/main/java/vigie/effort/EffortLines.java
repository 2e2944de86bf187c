package vigie.effort;

/** What the pages of effort show, with the names that a reader knows. */
public final class EffortLines {
    private EffortLines() {}

    /** What the people of a site did; without a name for those who belong to none. */
    public record Home(Sums.OfHome sum, String name) {}

    /** Who saw a site's problems first. */
    public record Site(Sums.OfSite sum, String name) {}

    /** What one person did. */
    public record Person(String name, long own, long help) {}

    /** An act, and the site for which it was done. */
    public record Done(Act act, String site) {}

    /** A problem, and its site. */
    public record Problem(Seen seen, String site) {}
}
