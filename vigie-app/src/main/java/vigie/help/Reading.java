package vigie.help;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.mail.Reader;

/**
 * Reads one mail of the list: either what it says, or why it cannot be taken.
 *
 * @param mail null where it cannot be taken
 * @param unread null where it can
 */
record Reading(@Nullable ListMail mail, @Nullable Unread unread) {
    private static final Instant FIRST_MAIL = Instant.parse("1980-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /**
     * @param otherwise when it was written where it does not say so itself; empty where nobody knows
     * @param now no mail is from later
     */
    static Reading of(byte[] raw, Optional<Instant> otherwise, Instant now) {
        var headers = headers(raw);
        var received = Reader.read(raw);
        var sender = Sender.of(decoded(first(headers, "From")));
        if (sender.address().isEmpty()
                && sender.name().isEmpty()
                && received.subject().isEmpty()
                && first(headers, "Message-ID").isEmpty()) {
            return new Reading(null, Unread.NO_MAIL);
        }
        var at = date(headers, now).or(() -> otherwise.filter(when -> isPlausible(when, now)));
        if (at.isEmpty()) {
            return new Reading(null, Unread.NO_DATE);
        }
        return new Reading(
                new ListMail(
                        received.messageId(),
                        received.answers(),
                        at.get().isAfter(now) ? now : at.get(),
                        sender.address(),
                        sender.name(),
                        Subject.of(received.subject()),
                        received.text(),
                        isAutomatic(headers)),
                null);
    }

    /** The Message-ID alone, without reading the rest; empty where the headers bear none. */
    static Optional<String> messageId(byte[] raw) {
        var value = first(headers(raw), "Message-ID").strip();
        return value.matches("<[^<>\\s\\p{Cntrl}]{1,990}>") ? Optional.of(value) : Optional.empty();
    }

    private static InternetHeaders headers(byte[] raw) {
        try {
            return new InternetHeaders(new ByteArrayInputStream(raw), true);
        } catch (MessagingException unreadable) {
            return new InternetHeaders();
        }
    }

    private static String first(InternetHeaders headers, String name) {
        var values = headers.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static Optional<Instant> date(InternetHeaders headers, Instant now) {
        try {
            var date = new MailDateFormat().parse(first(headers, "Date"));
            return date == null
                    ? Optional.empty()
                    : Optional.of(date.toInstant()).filter(when -> isPlausible(when, now));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(Instant when, Instant now) {
        return when.isAfter(FIRST_MAIL) && when.isBefore(now.plus(CLOCKS_DIFFER));
    }

    /** A list marks its mails as bulk: that alone makes none a machine's. */
    private static boolean isAutomatic(InternetHeaders headers) {
        var submitted = first(headers, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        return !(submitted.isEmpty() || submitted.startsWith("no"))
                || !first(headers, "X-Autoreply").isEmpty()
                || !first(headers, "X-Autorespond").isEmpty()
                || first(headers, "Precedence").strip().equalsIgnoreCase("auto_reply")
                || first(headers, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report");
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException | RuntimeException unreadable) {
            return header;
        }
    }
}
