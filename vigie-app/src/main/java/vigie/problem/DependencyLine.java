package vigie.problem;

/** A declared dependency with the names of its site and its services. */
public record DependencyLine(
        String site, long service, String name, long needs, String needed, String who, String reason) {}
