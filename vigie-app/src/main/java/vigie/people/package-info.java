/** Who acts: persons, their roles, and what each role may do. */
@NullMarked
@ApplicationModule
package vigie.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
