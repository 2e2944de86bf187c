package vigie.account;

/** TLS was asked for with files that do not serve; the message is one line that says which and why. */
final class TlsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsRefused(String why) {
        super(why);
    }
}
