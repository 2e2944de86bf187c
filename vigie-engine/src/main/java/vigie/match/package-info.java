/** Whether what somebody wrote of a failure is one of the open problems. */
@NullMarked
package vigie.match;

import org.jspecify.annotations.NullMarked;
