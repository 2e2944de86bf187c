package vigie.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One day off in each year of its validity, or once, read from a line of text.
 *
 * <pre>
 * 01-01 new-year                    every year on that date
 * easter+1 easter-monday            so many days after (or before) Easter Sunday
 * 05 last monday spring             a weekday of a month: first, second, third, fourth, last
 * friday from 06-19 midsummer-eve   the first such weekday on or after a date
 * 2013-05-10 extra                  once
 * 2013-05-20 open                   once, and it is worked whatever the other rules say
 * </pre>
 *
 * Before the name may stand {@code since 2014}, {@code until 2013}, {@code not 2020} and {@code moved}: a day that falls
 * on a weekend is taken on the next working day.
 */
record HolidayRule(String text, Day day, int since, int until, int not, boolean moved, String name) {
    private static final String OPEN = "open";
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "last", -1);
    private static final String WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final Pattern LINE = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2}|\\d{2} (?:first|second|third|fourth|last) " + WEEKDAY + "|" + WEEKDAY
                    + " from \\d{2}-\\d{2}|easter(?:[+-]\\d{1,3})?|\\d{2}-\\d{2})"
                    + "(?: since (?<since>\\d{4}))?(?: until (?<until>\\d{4}))?(?: not (?<not>\\d{4}))?"
                    + "(?<moved> moved)?(?: (?<name>.+))?",
            Pattern.CASE_INSENSITIVE);

    /** On which date of a year; empty when the year has none, such as 29 February. */
    @FunctionalInterface
    interface Day {
        Optional<LocalDate> in(int year);
    }

    static HolidayRule parse(String line) {
        var read = LINE.matcher(line.strip().replaceAll("\\s+", " "));
        if (!read.matches()) {
            throw wrong(line, null);
        }
        try {
            var day = read.group("day").toLowerCase(Locale.ROOT);
            return new HolidayRule(
                    line.strip(),
                    day(day),
                    year(read, "since", 0),
                    year(read, "until", 9999),
                    year(read, "not", -1),
                    read.group("moved") != null,
                    read.group("name") == null ? day : read.group("name"));
        } catch (DateTimeException noSuchDay) {
            throw wrong(line, noSuchDay);
        }
    }

    /** The date of this rule in the year, before it is moved off a weekend. */
    Optional<LocalDate> in(int year) {
        return year < since || year > until || year == not ? Optional.empty() : day.in(year);
    }

    boolean isWorked() {
        return name.equals(OPEN);
    }

    private static Day day(String text) {
        if (text.startsWith("easter")) {
            var days = text.equals("easter") ? 0 : Integer.parseInt(text.substring("easter".length()));
            return year -> Optional.of(easter(year).plusDays(days));
        }
        if (text.length() == 10 && text.charAt(4) == '-') {
            var once = LocalDate.parse(text);
            return year -> year == once.getYear() ? Optional.of(once) : Optional.empty();
        }
        var words = text.split(" ");
        if (words.length == 3 && words[1].equals("from")) {
            var weekday = DayOfWeek.valueOf(words[0].toUpperCase(Locale.ROOT));
            var from = MonthDay.parse("--" + words[2]);
            return year -> Optional.of(from.atYear(year).with(TemporalAdjusters.nextOrSame(weekday)));
        }
        if (words.length == 3) {
            var month = java.time.Month.of(Integer.parseInt(words[0]));
            var nth = TemporalAdjusters.dayOfWeekInMonth(
                    ORDINALS.getOrDefault(words[1], 1), DayOfWeek.valueOf(words[2].toUpperCase(Locale.ROOT)));
            return year -> Optional.of(LocalDate.of(year, month, 1).with(nth));
        }
        var date = MonthDay.parse("--" + text);
        return year -> date.isValidYear(year) ? Optional.of(date.atYear(year)) : Optional.empty();
    }

    /** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    private static int year(Matcher read, String group, int otherwise) {
        var text = read.group(group);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String line, @Nullable DateTimeException cause) {
        return new IllegalArgumentException(
                "day off '%s' (expected: such as '01-01', 'easter+1', '05 last monday', 'friday from 06-19' or '2013-05-10')"
                        .formatted(line),
                cause);
    }
}
