package vigie.help;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.time.Reckoning;
import vigie.time.WorkingCalendar;
import vigie.words.Words;

/** What may be set about calls for help, each with its default. */
@Component
class Settings {
    private final Duration unansweredAfter;
    private final WorkingCalendar calendar;
    private final Duration window;
    private final Duration kept;
    private final Duration quietAfter;
    private final int largestMail;
    private final long largestArchive;
    private final String list;
    private final String duty;
    private final String url;
    private final Words words;

    @SuppressWarnings("TooManyParameters")
    Settings(
            @Value("${vigie.help.unanswered-after:PT16H}") Duration unansweredAfter,
            @Value("${vigie.help.country:FR}") String country,
            @Value("${vigie.help.same-subject-within:P14D}") Duration window,
            @Value("${vigie.help.kept:P1095D}") Duration kept,
            @Value("${vigie.help.quiet-after:P7D}") Duration quietAfter,
            @Value("${vigie.help.largest-mail:10485760}") int largestMail,
            @Value("${vigie.help.largest-archive:1073741824}") long largestArchive,
            @Value("${vigie.help.list:}") String list,
            @Value("${vigie.help.language:${vigie.mail.language:fr}}") String language,
            @Value("${vigie.duty.mail:rod@vigie.localdomain}") String duty,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.unansweredAfter = unansweredAfter;
        this.calendar = WorkingCalendar.ofCountry(country);
        this.window = window;
        this.kept = kept;
        this.quietAfter = quietAfter;
        this.largestMail = largestMail;
        this.largestArchive = largestArchive;
        this.list = list.strip();
        this.duty = duty;
        this.url = url;
        this.words = Words.of(Locale.forLanguageTag(language));
    }

    /** When a call of this moment has been unanswered for too long, in office hours. */
    Instant due(Instant asked) {
        return Reckoning.OFFICE_HOURS.after(asked, unansweredAfter, calendar);
    }

    /** Office hours from one moment to another. */
    Duration officeHours(Instant from, Instant to) {
        return Reckoning.OFFICE_HOURS.between(from, to, calendar);
    }

    /** How long a call may stay unanswered, in office hours. */
    Duration unansweredAfter() {
        return unansweredAfter;
    }

    /** How far apart two mails of one subject may be and still be one conversation, where no header says so. */
    Duration window() {
        return window;
    }

    /** How long names, addresses and texts are kept after the last mail of a conversation. */
    Duration kept() {
        return kept;
    }

    /** A call that was read longer than this after it was due calls nobody any more: an old archive is no alarm. */
    Duration quietAfter() {
        return quietAfter;
    }

    /** In bytes. */
    int largestMail() {
        return largestMail;
    }

    /** In bytes. */
    long largestArchive() {
        return largestArchive;
    }

    /** The address of the list; empty where none is set. */
    String list() {
        return list;
    }

    /** The address of those on duty. */
    String duty() {
        return duty;
    }

    /** Under which people reach the house. */
    String url() {
        return url;
    }

    /** The language of letters to the list and to those on duty. */
    Words words() {
        return words;
    }
}
