package vigie.helpdesk;

import java.time.Duration;

/** A helpdesk does not do as it is asked. What is told of it never holds the token. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of what became of the request. */
    enum Kind {
        /** It never arrived, or was answered that nothing was done: it may be sent again. */
        NOT_DONE,
        /** It may have arrived: an answer that was lost, late, or broken, or an error of the helpdesk's own. */
        UNSURE,
        /** It was refused, and would be again. */
        REFUSED,
        /** We are not let in: nothing else would be either. */
        LOCKED_OUT,
        /** We are asked to wait. */
        BUSY
    }

    private final Kind kind;
    private final transient Duration pause;

    Trouble(Kind kind, String message) {
        this(kind, message, Duration.ZERO);
    }

    Trouble(Kind kind, String message, Duration pause) {
        super(message, null, false, false);
        this.kind = kind;
        this.pause = pause;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    Kind kind() {
        return kind;
    }

    /** How long it asks us to wait; nothing where it does not. */
    Duration pause() {
        return pause;
    }

    /** Whether no other request is worth trying now. */
    boolean stopsAll() {
        return kind == Kind.LOCKED_OUT || kind == Kind.BUSY;
    }
}
