/** What a check found, how long it held, and when it may be believed. */
@NullMarked
package vigie.status;

import org.jspecify.annotations.NullMarked;
