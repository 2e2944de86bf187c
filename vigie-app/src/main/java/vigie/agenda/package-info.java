/** What a room has to say at a meeting, what waits in it for somebody, and how it does. */
@NullMarked
@ApplicationModule
package vigie.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
