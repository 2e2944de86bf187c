/** The words of the house in its two languages, and the way it says no. */
@NullMarked
package vigie.words;

import org.jspecify.annotations.NullMarked;
