/** Says who is on duty, what they have to do today, and what they hand over. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "time",
            "status",
            "cause",
            "words",
            "account",
            "people",
            "page",
            "journal",
            "timekeeper",
            "agenda",
            "registry",
            "mail",
            "problem",
            "ticket"
        })
package vigie.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
