/** Runs checks of every service by itself, and hands their results in like anyone else. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "status",
            "words",
            "people",
            "page",
            "journal",
            "timekeeper",
            "agenda",
            "registry",
            "monitor"
        })
package vigie.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
