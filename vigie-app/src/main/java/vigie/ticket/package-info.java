/** Conversations with a site until a problem is solved. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "problem", "mail", "cause", "match"})
package vigie.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
