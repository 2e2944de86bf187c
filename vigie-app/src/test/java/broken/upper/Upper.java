package broken.upper;

/** What the lower room may not know. */
public record Upper(int floor) {}
