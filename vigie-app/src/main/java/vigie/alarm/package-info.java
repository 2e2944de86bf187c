/** Turns a bad status into one alarm, and keeps it until it is good again. */
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
package vigie.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
