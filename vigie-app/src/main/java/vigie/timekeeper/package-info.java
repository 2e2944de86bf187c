/** Plays every deadline in its order, whether time runs by itself or is moved by hand. */
@NullMarked
@ApplicationModule
package vigie.timekeeper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
