/** PostgreSQL, Vigie's own or the user's, and its copies. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vigie.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
