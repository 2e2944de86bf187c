package vigie.database;

import org.jspecify.annotations.Nullable;

/** No database, and the one line that says why and what to change. */
final class DatabaseCannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseCannotStart(String why) {
        this(why, null);
    }

    DatabaseCannotStart(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
