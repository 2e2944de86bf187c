/** The frame of every page, and how a refusal is answered. */
@NullMarked
@ApplicationModule
package vigie.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
