package vigie.help;

/** A conversation of the list that is not long ago was read, or read on, or a person said something of it. */
public record CallChanged(long call) {}
