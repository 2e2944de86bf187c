package vigie.people;

/**
 * A person who may sign in.
 *
 * @param mail their address; empty where none is known
 * @param active whether they are let in
 */
public record Person(long id, String login, String name, String mail, boolean active) {}
