package vigie.account;

import vigie.people.Person;

/**
 * One person in the list of accounts.
 *
 * @param roles what they hold, in words; empty where they hold nothing
 */
public record PersonRow(Person person, String roles) {}
