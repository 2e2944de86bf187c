package vigie.help;

import org.jspecify.annotations.Nullable;
import vigie.problem.Problem;
import vigie.registry.Service;
import vigie.registry.Site;

/**
 * What somebody asks for help about: always a site, and perhaps one problem or one service of it.
 *
 * @param problem null where it is about none
 * @param service null where it is about none
 */
record Matter(
        Site site, @Nullable Problem problem, @Nullable Service service) {
    long problemNumber() {
        return problem == null ? 0 : problem.id();
    }

    long serviceNumber() {
        return service == null ? 0 : service.id().value();
    }

    /** Where one asks about it. */
    String path() {
        if (problem != null) {
            return "/calls/ask?problem=" + problem.id();
        }
        return service != null
                ? "/calls/ask?service=" + service.id().value()
                : "/calls/ask?of=" + site.id().value();
    }
}
