/** What was learnt: causes and solutions, how each metric is mended, and who knows what. */
@NullMarked
@ApplicationModule
package vigie.expertise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
