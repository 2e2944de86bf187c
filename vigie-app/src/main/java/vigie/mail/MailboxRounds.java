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
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vigie.timekeeper.Rounds;

/**
 * Reads a mailbox over IMAP, from where it was left, and changes nothing there. A letter that cannot be read is kept as
 * it is; it never stops those behind it.
 */
public abstract class MailboxRounds extends Rounds {
    private static final int LARGEST = 10_000_000;

    private final Mailbox mailbox;
    private long failedAt = -1;
    private int failures;

    protected MailboxRounds(String name, Duration every, Mailbox mailbox) {
        super(name, every);
        this.mailbox = mailbox;
    }

    /** How far it was read; empty where it never was. */
    protected abstract Optional<Mark> mark(String name);

    /**
     * Takes one letter and keeps the mark, both or neither. Of one that is too large only the headers are there.
     *
     * @param raw as RFC 5322 has it
     */
    protected abstract void take(byte[] raw, boolean tooLarge, String name, Mark mark);

    /** What went wrong in this round; empty where nothing did. */
    protected abstract void trouble(String what);

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
            trouble("");
        } catch (MessagingException | IOException | DataAccessException | TransactionException failed) {
            trouble(String.valueOf(failed.getMessage()));
        }
    }

    private void read(Folder folder) throws MessagingException, IOException {
        var numbered = (UIDFolder) folder;
        var validity = numbered.getUIDValidity();
        // Where the server has numbered its letters anew all are read again; their Message-IDs tell which are new.
        var from = mark(mailbox.name())
                .filter(mark -> mark.validity() == validity)
                .map(Mark::uid)
                .orElse(0L);
        var messages = Arrays.stream(numbered.getMessagesByUID(from + 1, UIDFolder.LASTUID))
                .filter(Objects::nonNull)
                .toArray(Message[]::new);
        // Asked for by itself: the server is not made to take apart headers that may be broken.
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, sizes);
        for (var message : messages) {
            var mark = new Mark(validity, numbered.getUID(message));
            if (mark.uid() > from) {
                takeOrPass(message, mark);
            }
        }
    }

    /** A letter that the server cannot hand out is asked for three times, and then passed, and kept as unreadable. */
    private void takeOrPass(Message message, Mark mark) throws MessagingException, IOException {
        try {
            take(message, mark);
        } catch (MessagingException | IOException broken) {
            failures = mark.uid() == failedAt ? failures + 1 : 1;
            failedAt = mark.uid();
            if (failures < 3) {
                throw broken;
            }
            var raw = "X-Vigie-Unreadable: uid %d of %d%n%n%s"
                    .formatted(mark.uid(), mark.validity(), broken.getMessage())
                    .getBytes(StandardCharsets.UTF_8);
            take(raw, false, mailbox.name(), mark);
        }
    }

    private void take(Message message, Mark mark) throws MessagingException, IOException {
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
            take(raw, true, mailbox.name(), mark);
            return;
        }
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        take(bytes.toByteArray(), false, mailbox.name(), mark);
    }
}
