/** Joins alarms of one cause into one problem with one owner. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "status",
            "cause",
            "words",
            "people",
            "page",
            "journal",
            "timekeeper",
            "agenda",
            "registry",
            "monitor",
            "alarm"
        })
package vigie.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
