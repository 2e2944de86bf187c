package vigie.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox over IMAP, from where it was left, and changes nothing there. A letter that cannot be read is kept
 * as it is; it never stops those behind it.
 */
@Component
class LettersArrive extends Rounds {
    private static final int LARGEST = 10_000_000;

    private final Filing filing;
    private final IncomingTable incoming;
    private final Troubles troubles;
    private final Mailbox mailbox;
    private long failedAt = -1;
    private int failures;

    LettersArrive(
            Filing filing,
            IncomingTable incoming,
            Troubles troubles,
            Mailbox mailbox,
            @Value("${vigie.mail.imap.every:PT30S}") Duration every) {
        super("letters-arrive", every);
        this.filing = filing;
        this.incoming = incoming;
        this.troubles = troubles;
        this.mailbox = mailbox;
    }

    @Override
    protected boolean isWanted() {
        return mailbox.isConfigured();
    }

    @Override
    protected void round() {
        try (var store = Session.getInstance(mailbox.properties()).getStore(mailbox.protocol())) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                read(folder);
            }
            troubles.reading("");
        } catch (MessagingException | IOException | DataAccessException failed) {
            troubles.reading(String.valueOf(failed.getMessage()));
        }
    }

    private void read(Folder folder) throws MessagingException, IOException {
        var numbered = (UIDFolder) folder;
        var validity = numbered.getUIDValidity();
        // Where the server has numbered its letters anew all are read again; their Message-IDs tell which are new.
        var from = incoming.mark(mailbox.name())
                .filter(mark -> mark.validity() == validity)
                .map(IncomingTable.Mark::uid)
                .orElse(0L);
        var messages = Arrays.stream(numbered.getMessagesByUID(from + 1, UIDFolder.LASTUID))
                .filter(Objects::nonNull)
                .toArray(Message[]::new);
        // Asked for by itself: the server is not made to take apart headers that may be broken.
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, sizes);
        for (var message : messages) {
            var mark = new IncomingTable.Mark(validity, numbered.getUID(message));
            if (mark.uid() > from) {
                fileOrPass(message, mark);
            }
        }
    }

    /** A letter that the server cannot hand out is asked for three times, and then passed, and kept as unreadable. */
    private void fileOrPass(Message message, IncomingTable.Mark mark) throws MessagingException, IOException {
        try {
            file(message, mark);
        } catch (MessagingException | IOException broken) {
            failures = mark.uid() == failedAt ? failures + 1 : 1;
            failedAt = mark.uid();
            if (failures < 3) {
                throw broken;
            }
            var raw = "X-Vigie-Unreadable: uid %d of %d%n%n%s"
                    .formatted(mark.uid(), mark.validity(), broken.getMessage())
                    .getBytes(StandardCharsets.UTF_8);
            filing.file(Reader.read(raw), raw, false, mailbox.name(), mark);
        }
    }

    private void file(Message message, IncomingTable.Mark mark) throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            var head = new StringBuilder();
            for (var headers = message.getAllHeaders(); headers.hasMoreElements(); ) {
                var header = headers.nextElement();
                head.append(header.getName())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
            var raw = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            filing.file(Reader.read(raw), raw, true, mailbox.name(), mark);
            return;
        }
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var raw = bytes.toByteArray();
        filing.file(Reader.read(raw), raw, false, mailbox.name(), mark);
    }

    /** Where the mailbox lies; without a host none is read. */
    @Component
    static class Mailbox {
        private final String host;
        private final int port;
        private final String user;
        private final String password;
        private final boolean ssl;

        Mailbox(
                @Value("${vigie.mail.imap.host:}") String host,
                @Value("${vigie.mail.imap.port:993}") int port,
                @Value("${vigie.mail.imap.user:}") String user,
                @Value("${vigie.mail.imap.password:}") String password,
                @Value("${vigie.mail.imap.ssl:true}") boolean ssl) {
            this.host = host;
            this.port = port;
            this.user = user;
            this.password = password;
            this.ssl = ssl;
        }

        boolean isConfigured() {
            return !host.isBlank();
        }

        String name() {
            return user + "@" + host;
        }

        String host() {
            return host;
        }

        int port() {
            return port;
        }

        String user() {
            return user;
        }

        String password() {
            return password;
        }

        String protocol() {
            return ssl ? "imaps" : "imap";
        }

        Properties properties() {
            var properties = new Properties();
            for (var key : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.setProperty("mail." + protocol() + "." + key, "20000");
            }
            properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
            // Reading must not mark anything as read: a person may look into the same mailbox.
            properties.setProperty("mail." + protocol() + ".peek", "true");
            return properties;
        }
    }
}
