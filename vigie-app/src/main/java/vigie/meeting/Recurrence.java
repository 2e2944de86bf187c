package vigie.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vigie.time.WorkingCalendar;
import vigie.words.Refusal;

/**
 * How a series of meetings recurs: the part of RFC 5545's recurrence rules that meetings need. {@code FREQ} is WEEKLY or
 * MONTHLY, {@code INTERVAL} counts weeks from Monday or months, {@code BYDAY} names days such as {@code TU}, in a month
 * with an ordinal such as {@code 3TU} or {@code -1FR}, {@code BYMONTHDAY} days of the month. What the rule does not
 * name follows from the first day, as the RFC has it. Any other part is refused rather than passed over.
 */
record Recurrence(boolean monthly, int interval, List<On> days, List<Integer> monthDays) {
    private static final Pattern DAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
    private static final int MOST_PERIODS = 1200;

    /** A day of the week; {@code ordinal} counts within the month from 1, or from its end from -1; 0 is every one. */
    record On(int ordinal, DayOfWeek day) {}

    static Recurrence of(String rule) {
        var parts = new TreeMap<String, String>();
        for (var part : rule.strip()
                .replaceFirst("(?i)^RRULE:", "")
                .toUpperCase(Locale.ROOT)
                .split(";")) {
            var at = part.indexOf('=');
            if (at < 1 || parts.put(part.substring(0, at), part.substring(at + 1)) != null) {
                throw wrong(rule);
            }
        }
        var freq = String.valueOf(parts.remove("FREQ"));
        var interval = whole(parts.remove("INTERVAL"), "1", rule);
        var days = days(parts.remove("BYDAY"), rule);
        var monthDays = monthDays(parts.remove("BYMONTHDAY"), rule);
        var monthly = freq.equals("MONTHLY");
        if (!parts.isEmpty() || !(monthly || freq.equals("WEEKLY")) || interval < 1 || interval > 52) {
            throw wrong(rule);
        }
        if (!monthly && (!monthDays.isEmpty() || days.stream().anyMatch(on -> on.ordinal() != 0))) {
            throw wrong(rule);
        }
        return new Recurrence(monthly, interval, days, monthDays);
    }

    /**
     * The next days on which one meets, none of them off: a day that is off gives way to the next working day, unless one
     * meets on that day anyway.
     *
     * @param first where the counting of weeks or months begins; the earliest day
     * @param after only days after this one
     */
    List<LocalDate> next(LocalDate first, LocalDate after, int many, WorkingCalendar calendar) {
        var found = new ArrayList<LocalDate>();
        for (var period = 0; period < MOST_PERIODS && found.size() < many; period++) {
            for (var day : period(first, period)) {
                var meets = calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day);
                if (!day.isBefore(first) && meets.isAfter(after) && !found.contains(meets) && found.size() < many) {
                    found.add(meets);
                }
            }
        }
        return found;
    }

    private List<LocalDate> period(LocalDate first, int number) {
        return monthly
                ? month(YearMonth.from(first).plusMonths((long) number * interval), first)
                : week(
                        first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plus((long) number * interval, ChronoUnit.WEEKS),
                        first);
    }

    private List<LocalDate> week(LocalDate monday, LocalDate first) {
        var named = days.isEmpty() ? List.of(new On(0, first.getDayOfWeek())) : days;
        return named.stream()
                .map(on -> monday.with(TemporalAdjusters.nextOrSame(on.day())))
                .sorted()
                .toList();
    }

    private List<LocalDate> month(YearMonth month, LocalDate first) {
        var all = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
        if (days.isEmpty()) {
            var numbers = monthDays.isEmpty() ? List.of(first.getDayOfMonth()) : monthDays;
            return all.filter(day -> numbers.contains(day.getDayOfMonth())
                            || numbers.contains(day.getDayOfMonth() - month.lengthOfMonth() - 1))
                    .toList();
        }
        return all.filter(day -> days.stream().anyMatch(on -> isOn(on, day, month)))
                .filter(day -> monthDays.isEmpty() || monthDays.contains(day.getDayOfMonth()))
                .toList();
    }

    private static boolean isOn(On on, LocalDate day, YearMonth month) {
        var fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
        var fromEnd = -((month.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        return day.getDayOfWeek() == on.day()
                && (on.ordinal() == 0 || on.ordinal() == fromStart || on.ordinal() == fromEnd);
    }

    private static List<On> days(@org.jspecify.annotations.Nullable String said, String rule) {
        if (said == null) {
            return List.of();
        }
        var names = Map.of(
                "MO", DayOfWeek.MONDAY,
                "TU", DayOfWeek.TUESDAY,
                "WE", DayOfWeek.WEDNESDAY,
                "TH", DayOfWeek.THURSDAY,
                "FR", DayOfWeek.FRIDAY,
                "SA", DayOfWeek.SATURDAY,
                "SU", DayOfWeek.SUNDAY);
        var days = new ArrayList<On>();
        for (var one : said.split(",")) {
            var found = DAY.matcher(one);
            if (!found.matches()) {
                throw wrong(rule);
            }
            var day = names.get(found.group(2));
            if (day != null) {
                days.add(new On(found.group(1) == null ? 0 : Integer.parseInt(found.group(1)), day));
            }
        }
        return List.copyOf(days);
    }

    private static List<Integer> monthDays(@org.jspecify.annotations.Nullable String said, String rule) {
        if (said == null) {
            return List.of();
        }
        return Arrays.stream(said.split(","))
                .map(one -> {
                    var day = whole(one, "0", rule);
                    if (day == 0 || Math.abs(day) > 31) {
                        throw wrong(rule);
                    }
                    return day;
                })
                .toList();
    }

    private static int whole(@org.jspecify.annotations.Nullable String said, String otherwise, String rule) {
        var text = said == null ? otherwise : said;
        if (!text.matches("-?\\d{1,2}")) {
            throw wrong(rule);
        }
        return Integer.parseInt(text);
    }

    private static Refusal wrong(String rule) {
        return Refusal.unreadable("rule", "meeting.wrong.rule", rule);
    }
}
