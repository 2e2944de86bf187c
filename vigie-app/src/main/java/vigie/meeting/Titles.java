package vigie.meeting;

import vigie.words.Words;

/** Titles that are either the house's own, kept as a key, or words as somebody wrote them. */
final class Titles {
    private Titles() {}

    static String in(Words words, String title) {
        return words.knows(title) ? words.say(title) : title;
    }
}
