/** A federation like that of the spring of 2013: its registry, its machines, its past, and a clock moved by hand. */
@NullMarked
@ApplicationModule
package vigie.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
