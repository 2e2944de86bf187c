package vigie.database;

/** A copy that is not written or not restored, and why; nothing was changed. */
final class CopyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CopyRefused(String why) {
        super(why);
    }
}
