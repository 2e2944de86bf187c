package vigie.account;

import vigie.people.Grant;

/**
 * One role on a person's page.
 *
 * @param said the role in words, with the name of its site
 */
public record GrantRow(Grant grant, String site, String said) {}
