package broken.lower;

import broken.upper.Upper;

/** News that leans on the floor above, which leans on it. */
public record Told(Upper by) {}
