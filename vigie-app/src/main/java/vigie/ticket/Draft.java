package vigie.ticket;

import vigie.registry.SiteId;
import vigie.words.Refusal;

/**
 * A ticket that is to be opened.
 *
 * @param problem the problem it is about; 0 for none
 * @param subject one line, at most 250 characters (GGUS)
 * @param text what is said first, at most 20 000 characters
 * @param formKey the form it comes from; the same key opens one ticket however often it is sent
 */
public record Draft(
        SiteId site, long problem, String subject, String text, Priority priority, String language, String formKey) {
    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_KEY = 300;

    public Draft {
        subject = subject.replaceAll("\\s+", " ").strip();
        text = text.replace("\r\n", "\n").strip();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw Refusal.unreadable("subject", "ticket.subject-length", subject.length(), LONGEST_SUBJECT);
        }
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Refusal.unreadable("text", "ticket.text-length", text.length(), LONGEST_TEXT);
        }
        if (formKey.isBlank()) {
            throw new IllegalArgumentException("draft without a form key (expected: one per form)");
        }
        mustBeKey(formKey);
    }

    /** What tells one form from another, and may be sent by others than our own pages. */
    static void mustBeKey(String formKey) {
        if (formKey.length() > LONGEST_KEY || formKey.indexOf('\0') >= 0) {
            throw Refusal.unreadable("key", "ticket.key-length", formKey.length(), LONGEST_KEY);
        }
    }
}
