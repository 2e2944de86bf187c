package vigie.ticket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** The files of a ticket: kept in the database, each with its checksum, none larger than is told. */
@Component
class Attachments {
    private static final int MOST_PER_TICKET = 100;
    private static final int LONGEST_NAME = 200;

    private final TicketTable tickets;
    private final EntryTable entries;
    private final AttachmentTable files;
    private final Journal journal;
    private final Clock clock;
    private final long largest;

    Attachments(
            TicketTable tickets,
            EntryTable entries,
            AttachmentTable files,
            Journal journal,
            Clock clock,
            @Value("${vigie.ticket.attachment-limit:2MB}") DataSize largest) {
        this.tickets = tickets;
        this.entries = entries;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
        this.largest = largest.toBytes();
    }

    List<Attachment> of(long ticket) {
        return files.of(ticket);
    }

    /** Refuses who may not hand in a file with this ticket. */
    Ticket mayAdd(Actor actor, long id) {
        var ticket = tickets.hold(id).orElseThrow(() -> Refusal.notFound("ticket.unknown", id));
        actor.mustBeAllowed(Right.REPLY_TICKETS, ticket.site().value());
        return ticket;
    }

    /** Keeps a file; the same content under the same name is kept once. */
    @Transactional
    void add(Actor actor, long id, String given, byte[] content) {
        var ticket = mayAdd(actor, id);
        var name = name(given);
        if (content.length == 0 || content.length > largest) {
            throw Refusal.unreadable("files", "ticket.file-size", name, content.length, Math.toIntExact(largest));
        }
        var kind = FileKind.of(name, content).orElseThrow(() -> Refusal.unreadable("files", "ticket.file-kind", name));
        if (files.of(id).size() >= MOST_PER_TICKET) {
            throw Refusal.unreadable("files", "ticket.file-many", MOST_PER_TICKET);
        }
        var now = clock.instant();
        var sum = sha256(content);
        if (files.add(id, new Attachment(0, now, actor.name(), name, kind.type(), content.length, sum), content)) {
            var words = Words.of(Locale.forLanguageTag(ticket.language()));
            var said = words.say("ticket.file-added", name, content.length, sum.substring(0, 12));
            entries.add(id, new Entry(0, now, "CHANGE", actor.name(), true, said), 0, null);
            tickets.progress(id, ticket.state(), actor, now);
            journal.write(actor, "ticket:" + id, "ticket.deed.file", "", name + " sha256:" + sum, "");
        }
    }

    /** The name without folders and without what no file name should hold. */
    private static String name(String given) {
        var name = given.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\"<>:|?*]", "_")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.unreadable("files", "ticket.file-name", name.length(), LONGEST_NAME);
        }
        return name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
