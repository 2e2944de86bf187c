package vigie.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import vigie.timekeeper.TrueTime;

/** Makes a letter into MIME and hands it to the mail server (RFC 5322, RFC 3834). */
@Component
class Postman {
    /**
     * What came of an attempt.
     *
     * @param sent to some at least
     * @param unsure whether the mail server may have taken it all the same: it was heard no more after it had been
     *     greeted
     * @param trouble what the mail server said
     */
    record Outcome(boolean sent, boolean hopeless, boolean unsure, String trouble) {
        static Outcome sent(String trouble) {
            return new Outcome(true, false, false, trouble);
        }

        static Outcome failed(boolean hopeless, String trouble) {
            return new Outcome(false, hopeless, false, trouble);
        }
    }

    /** The header by which our own letters are known when they come back. */
    static final String LOOP = "X-Loop";

    static final String MARK = "vigie";

    private final ObjectProvider<JavaMailSender> sender;
    private final Seals seals;
    private final TrueTime time;
    private final String from;
    private final String replyTo;

    Postman(
            ObjectProvider<JavaMailSender> sender,
            Seals seals,
            TrueTime time,
            @Value("${vigie.mail.from:vigie@${vigie.mail.host:vigie.localdomain}}") String from,
            @Value("${vigie.mail.reply-to:}") String replyTo) {
        this.sender = sender;
        this.seals = seals;
        this.time = time;
        this.from = from;
        this.replyTo = replyTo.isBlank() ? from : replyTo;
    }

    Outcome send(LetterTable.ToSend wanted) {
        var server = sender.getObject();
        var wrong = new ArrayList<String>();
        var to = addresses(wanted.letter().to(), wrong);
        if (to.isEmpty()) {
            return Outcome.failed(
                    true,
                    "no address of '%s' can be written to"
                            .formatted(wanted.letter().to()));
        }
        try {
            server.send(message(server.createMimeMessage(), wanted, to));
            return Outcome.sent(wrong.isEmpty() ? "" : "not an address: " + String.join(", ", wrong));
        } catch (MailSendException refused) {
            return outcome(refused);
        } catch (MailException failed) {
            return Outcome.failed(false, String.valueOf(failed.getMessage()));
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return Outcome.failed(true, String.valueOf(unwritable.getMessage()));
        }
    }

    private MimeMessage message(MimeMessage message, LetterTable.ToSend wanted, List<Address> to)
            throws MessagingException, UnsupportedEncodingException {
        var letter = wanted.letter();
        message.setFrom(new InternetAddress(from, "Vigie", StandardCharsets.UTF_8.name()));
        message.setReplyTo(new Address[] {new InternetAddress(seals.sealed(replyTo, letter.thread()))});
        message.setRecipients(MimeMessage.RecipientType.TO, to.toArray(Address[]::new));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        // A demonstration lives in 2013, but a letter that really leaves does not.
        message.setSentDate(Date.from(time.clock().instant()));
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(LOOP, MARK + " " + from);
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (!wanted.answers().isEmpty()) {
            message.setHeader("In-Reply-To", wanted.answers());
            message.setHeader("References", wanted.refers().replace(" ", "\r\n "));
        }
        return message;
    }

    /** A letter that some have received is sent: offering it again would reach them twice. */
    private static Outcome outcome(MailSendException refused) {
        var trouble = String.valueOf(refused.getMessage());
        for (var cause : refused.getMessageExceptions()) {
            if (cause instanceof SendFailedException partly) {
                var some = partly.getValidSentAddresses();
                var left = partly.getValidUnsentAddresses();
                if (some != null && some.length > 0 && (left == null || left.length == 0)) {
                    return Outcome.sent(trouble);
                }
            }
        }
        return new Outcome(false, false, fellSilent(refused), trouble);
    }

    /** A connection that broke once it stood; one that never stood brought nothing there. */
    private static boolean fellSilent(MailSendException refused) {
        for (var cause : refused.getMessageExceptions()) {
            for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
                if (inner instanceof IOException && !(inner instanceof ConnectException)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Address> addresses(String line, List<String> wrong) {
        var good = new ArrayList<Address>();
        for (var one : line.split("[,;]\\s*")) {
            try {
                var address = new InternetAddress(one.strip(), true);
                address.validate();
                good.add(address);
            } catch (AddressException unreadable) {
                wrong.add(one);
            }
        }
        return good;
    }
}
