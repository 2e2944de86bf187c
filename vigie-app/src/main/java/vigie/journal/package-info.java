/** What was done, by whom, when and why: written once, never changed. */
@NullMarked
@ApplicationModule
package vigie.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
