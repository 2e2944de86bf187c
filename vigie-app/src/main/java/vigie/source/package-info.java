/** Where the registry is read from: a live GOCDB, saved files, and what each reading changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registry"})
package vigie.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
