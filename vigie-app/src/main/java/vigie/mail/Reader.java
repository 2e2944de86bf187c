package vigie.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a letter. Whatever they are, something is read: who writes badly is heard all the same. */
public final class Reader {
    private static final Session SESSION = Session.getInstance(lenient());
    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,990}>");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+=-]{1,128}@[\\w.-]{1,128}");
    private static final Pattern MACHINE = Pattern.compile("(mailer-daemon|postmaster)@.*");
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;

    private int parts;

    private Reader() {}

    /** The letter in these bytes. */
    public static Received read(byte[] raw) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            var reader = new Reader();
            return new Received(
                    id(message, raw),
                    sender(message),
                    recipients(message),
                    Clean.line(decoded(header(message, "Subject"))),
                    answers(message),
                    Quotes.cut(Clean.text(reader.text(message, raw))),
                    isAutomatic(message),
                    header(message, Postman.LOOP).contains(Postman.MARK));
        } catch (MessagingException | RuntimeException broken) {
            // Some headers make even the first look fail; the bytes are kept beside what is said here.
            return new Received(madeOf(raw), "", List.of(), "", List.of(), Clean.text(latin(raw)), false, false);
        }
    }

    private String text(Part part, byte[] raw) {
        var found = textOf(part, 0);
        return found == null ? afterHeaders(latin(raw)) : found;
    }

    private @Nullable String textOf(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return "";
        }
        try {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return "";
            }
            if (part.isMimeType("text/html")) {
                return Html.text(content(part));
            }
            if (part.isMimeType("text/*")) {
                return content(part);
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                return textOf(several, part.isMimeType("multipart/alternative"), depth);
            }
            return depth == 0 ? null : "";
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Of alternatives the plain one if there is one; of other parts all that is text. */
    private @Nullable String textOf(Multipart several, boolean alternative, int depth) throws MessagingException {
        var all = new StringBuilder();
        String other = null;
        for (var i = 0; i < several.getCount() && i < MOST_PARTS; i++) {
            BodyPart part = several.getBodyPart(i);
            var text = textOf(part, depth + 1);
            if (text == null) {
                continue;
            }
            if (alternative && part.isMimeType("text/plain") && !text.isBlank()) {
                return text;
            }
            if (alternative) {
                other = text.isBlank() ? other : text;
            } else if (!text.isBlank()) {
                all.append(all.isEmpty() ? "" : "\n").append(text);
            }
        }
        return alternative ? (other == null ? "" : other) : all.toString();
    }

    /** The text of a part; where its character set is not said, or unknown, UTF-8 if it can be that, else Latin-1. */
    private static String content(Part part) throws MessagingException, IOException {
        try {
            return saysItsCharset(part) && part.getContent() instanceof String text ? text : guessed(part);
        } catch (UnsupportedEncodingException unknown) {
            return guessed(part);
        }
    }

    /** US-ASCII is what mail programmes say that have not looked. */
    private static boolean saysItsCharset(Part part) throws MessagingException {
        var type = part.getContentType().toLowerCase(Locale.ROOT);
        return type.contains("charset") && !type.contains("us-ascii");
    }

    private static String guessed(Part part) throws MessagingException, IOException {
        var bytes = part.getInputStream().readAllBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return latin(bytes);
        }
    }

    private static String id(MimeMessage message, byte[] raw) {
        var found = ID.matcher(header(message, "Message-ID"));
        return found.find() ? Clean.line(found.group()) : madeOf(raw);
    }

    private static String madeOf(byte[] raw) {
        return "<" + UUID.nameUUIDFromBytes(raw) + "@no-message-id.invalid>";
    }

    private static String sender(MimeMessage message) {
        var line = header(message, "From");
        try {
            for (var address : InternetAddress.parseHeader(line, false)) {
                if (address.getAddress() != null && address.getAddress().contains("@")) {
                    return Clean.line(address.getAddress().toLowerCase(Locale.ROOT));
                }
            }
        } catch (AddressException unreadable) {
            return "";
        }
        return "";
    }

    /** Whoever it was sent to: a mail server may have noted more than the writer did. */
    private static List<String> recipients(MimeMessage message) {
        return Stream.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
                .flatMap(name -> ADDRESS.matcher(header(message, name)).results())
                .map(found -> Clean.line(found.group().toLowerCase(Locale.ROOT)))
                .distinct()
                .limit(100)
                .toList();
    }

    private static List<String> answers(MimeMessage message) {
        var ids = new ArrayList<String>();
        ID.matcher(header(message, "In-Reply-To")).results().forEach(id -> ids.add(id.group()));
        var refers = new ArrayList<String>();
        ID.matcher(header(message, "References")).results().forEach(id -> refers.add(id.group()));
        ids.addAll(refers.reversed());
        return ids.stream().distinct().limit(50).toList();
    }

    private static boolean isAutomatic(MimeMessage message) {
        var submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        var precedence = header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
        var returnPath = header(message, "Return-Path").strip();
        return !(submitted.isEmpty() || submitted.startsWith("no"))
                || List.of("bulk", "junk", "auto_reply").contains(precedence)
                || returnPath.equals("<>")
                || MACHINE.matcher(sender(message)).matches()
                || !header(message, "X-Autoreply").isEmpty()
                || !header(message, "X-Autorespond").isEmpty()
                || header(message, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report");
    }

    private static String header(MimeMessage message, String name) {
        try {
            var value = message.getHeader(name, " ");
            return value == null ? "" : value;
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException | RuntimeException unreadable) {
            return header;
        }
    }

    private static String afterHeaders(String whole) {
        var unified = whole.replace("\r\n", "\n");
        var empty = unified.indexOf("\n\n");
        return empty < 0 ? unified : unified.substring(empty + 2);
    }

    private static String latin(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    private static Properties lenient() {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
