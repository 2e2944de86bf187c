/** Shows each person what waits for them, how the sites do, and what comes next. */
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
            "monitor",
            "meeting",
            "duty"
        })
package vigie.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
