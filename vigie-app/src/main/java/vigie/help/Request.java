package vigie.help;

import vigie.words.Refusal;

/**
 * A call as somebody sends it from a page.
 *
 * @param expert the number of the person who is asked; 0 for none
 * @param tried what was tried already; may be empty
 * @param key the form it comes from; the same key sends one call however often it is sent
 */
record Request(Way way, long expert, String subject, String text, String tried, String key) {
    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_TEXT = 15_000;
    static final int LONGEST_TRIED = 4000;

    Request {
        subject = checked("subject", subject.replaceAll("\\s+", " ").strip(), 1, LONGEST_SUBJECT);
        text = checked("text", text.replace("\r\n", "\n").strip(), 1, LONGEST_TEXT);
        tried = checked("tried", tried.replace("\r\n", "\n").strip(), 0, LONGEST_TRIED);
        key = checked("key", key.strip(), 1, 300);
    }

    private static String checked(String field, String text, int least, int longest) {
        var isWithin = text.length() >= least && text.length() <= longest;
        if (!isWithin || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable(field, "help.length", text.length(), least, longest);
        }
        return text;
    }
}
