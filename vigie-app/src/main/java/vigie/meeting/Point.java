package vigie.meeting;

/**
 * A standing point as its page shows it.
 *
 * @param number as the minutes write it, such as 5.1
 */
public record Point(int place, String number, String title) {}
