/** The helpdesk of others: its tickets of the past to be studied, and those that live in step with ours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "ticket", "mail"})
package vigie.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
