/** Turns the results of checks into the status of every service, and keeps both. */
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
            "registry"
        })
package vigie.monitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
