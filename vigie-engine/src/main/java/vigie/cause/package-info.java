/** Which alarms are one failure, and why. */
@NullMarked
package vigie.cause;

import org.jspecify.annotations.NullMarked;
