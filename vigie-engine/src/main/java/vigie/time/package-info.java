/** Half-open stretches of time, working days, and the three clocks that reckon them. */
@NullMarked
package vigie.time;

import org.jspecify.annotations.NullMarked;
