/** The federation: sites, their services, organisations, contacts and announced downtimes. */
@NullMarked
@ApplicationModule
package vigie.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
