package broken.upper.cellar;

/** A room within a room. */
record Kept(int thing) {}
