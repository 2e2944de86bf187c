package vigie.page;

import vigie.status.Status;

/** The sign of each status: a state is told by its sign and its word before its colour. */
public final class Glyphs {
    private Glyphs() {}

    /** One sign, told apart also without colour. */
    public static String of(Status status) {
        return switch (status) {
            case OK -> "✓";
            case WARNING -> "▲";
            case UNKNOWN -> "?";
            case MISSING -> "∅";
            case CRITICAL -> "✕";
            case DOWNTIME -> "‖";
        };
    }
}
