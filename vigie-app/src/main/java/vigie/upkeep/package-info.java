/** Answers whether Vigie itself is well. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"time", "status", "words", "people", "page", "journal", "timekeeper", "agenda"})
package vigie.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
