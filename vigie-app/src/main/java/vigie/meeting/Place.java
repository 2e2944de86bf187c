package vigie.meeting;

/** The numbering of the minutes: 500 is 5, 510 is 5.1, 331 is 3.3 a). */
final class Place {
    private Place() {}

    static String number(int place) {
        var point = place / 10 % 10;
        var letter = place % 10;
        return place / 100
                + (point == 0 ? "" : "." + point)
                + (letter == 0 ? "" : " " + (char) ('a' + letter - 1) + ")");
    }

    static boolean isChapter(int place) {
        return place % 100 == 0;
    }
}
