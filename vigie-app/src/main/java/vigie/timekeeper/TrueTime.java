package vigie.timekeeper;

import java.time.Clock;

/**
 * The time of the world, also where the house lives by a clock that is moved by hand: for sessions, tokens, certificates
 * and letters.
 */
public record TrueTime(Clock clock) {}
