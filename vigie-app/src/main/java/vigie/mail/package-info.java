/** Letters that leave the house and letters that come in. */
@NullMarked
@ApplicationModule
package vigie.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
