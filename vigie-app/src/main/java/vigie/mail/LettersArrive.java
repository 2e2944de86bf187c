package vigie.mail;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the mailbox where answers to our letters arrive. */
@Component
class LettersArrive extends MailboxRounds {
    private final Filing filing;
    private final IncomingTable incoming;
    private final Troubles troubles;

    @SuppressWarnings("TooManyParameters")
    LettersArrive(
            Filing filing,
            IncomingTable incoming,
            Troubles troubles,
            @Value("${vigie.mail.imap.host:}") String host,
            @Value("${vigie.mail.imap.port:993}") int port,
            @Value("${vigie.mail.imap.user:}") String user,
            @Value("${vigie.mail.imap.password:}") String password,
            @Value("${vigie.mail.imap.ssl:true}") boolean ssl,
            @Value("${vigie.mail.imap.every:PT30S}") Duration every) {
        super("letters-arrive", every, new Mailbox(host, port, user, password, ssl));
        this.filing = filing;
        this.incoming = incoming;
        this.troubles = troubles;
    }

    @Override
    protected Optional<Mark> mark(String name) {
        return incoming.mark(name);
    }

    @Override
    protected void take(byte[] raw, boolean tooLarge, String name, Mark mark) {
        filing.file(Reader.read(raw), raw, tooLarge, name, mark);
    }

    @Override
    protected void trouble(String what) {
        troubles.reading(what);
    }
}
