package vigie.duty;

/** A pause with the name of its site, empty where it is of many, and whether it runs now. */
public record PauseLine(Pause pause, String site, boolean runs) {}
