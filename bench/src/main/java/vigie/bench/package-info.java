/** How fast the engine is, each figure beside a named reference of the same run. */
@NullMarked
package vigie.bench;

import org.jspecify.annotations.NullMarked;
