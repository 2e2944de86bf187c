package vigie.mail;

/** Text that a database column and a header can hold: without NUL, half characters and control characters. */
final class Clean {
    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_TEXT = 200_000;

    private Clean() {}

    /** One line, at most as long as RFC 5322 allows. */
    static String line(String raw) {
        return shortened(kept(raw.replaceAll("\\s+", " ")).strip(), LONGEST_LINE);
    }

    /** Lines ended by a line feed. */
    static String text(String raw) {
        return shortened(kept(raw.replace("\r\n", "\n").replace('\r', '\n')), LONGEST_TEXT);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static String kept(String raw) {
        var kept = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
