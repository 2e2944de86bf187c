/** Signing in: passwords, tokens, sessions, and the door that every request passes. */
@NullMarked
@ApplicationModule
package vigie.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
