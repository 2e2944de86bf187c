package vigie.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords for this login; it says for how long no further one is looked at. */
final class MustWait extends AuthenticationException {
    /** The request attribute that holds how long. */
    static final String LEFT = "vigie.wait";

    private static final long serialVersionUID = 1L;
    private final Duration left;

    MustWait(Duration left) {
        super("too many wrong passwords");
        this.left = left;
    }

    Duration left() {
        return left;
    }
}
