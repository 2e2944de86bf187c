/** Calls for help on the mailing list: which were answered, by whom and how fast, and which were not. */
@NullMarked
@ApplicationModule
package vigie.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
