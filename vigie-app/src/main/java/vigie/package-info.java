/** Vigie: the operations of a federated research infrastructure, in one house. */
@NullMarked
package vigie;

import org.jspecify.annotations.NullMarked;
