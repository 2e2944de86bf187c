package vigie.problem;

import java.util.List;

/** Other checks raise problems at these sites from now on. */
public record WatchChanged(List<Long> sites) {
    public WatchChanged {
        sites = List.copyOf(sites);
    }
}
