/** What people wrote of failures, joined to the problems that monitoring sees: proposed, joined, refused, undone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "match",
            "words",
            "people",
            "page",
            "journal",
            "agenda",
            "registry",
            "alarm",
            "cause",
            "problem",
            "ticket",
            "help"
        })
package vigie.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
