/** Holds the meetings: an agenda that draws itself, minutes that keep what was seen, actions that outlive them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"time", "status", "words", "people", "page", "journal", "timekeeper", "agenda", "mail"})
package vigie.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
