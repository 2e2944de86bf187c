/** Who helped whom, and whether a site or the duty saw a failure first. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "words",
            "people",
            "page",
            "journal",
            "timekeeper",
            "registry",
            "problem",
            "ticket"
        })
package vigie.effort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
