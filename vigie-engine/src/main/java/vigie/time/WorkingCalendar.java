package vigie.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which days are worked, and between which hours, in one place of the world.
 *
 * <p>A day is off when it is a weekend day or when a rule names it; rules are lines of text, see {@link #of}. Working
 * days are reckoned in the calendar's zone, whatever the summer time does. Immutable; equal when zone, weekend, hours
 * and rules are.
 */
public final class WorkingCalendar {
    /** A public holiday may follow a public holiday, but a year of them is a mistake. */
    private static final int LONGEST_CLOSURE_IN_DAYS = 400;

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The public holidays of metropolitan France, without those of Alsace and Moselle. */
    public static final WorkingCalendar FRANCE = ofCountry("FR");

    /** Weekends off and no public holiday, in UTC: what GGUS and the EGI portal reckon with. */
    public static final WorkingCalendar WEEKENDS_ONLY = ofCountry("none");

    private final ZoneId zone;
    private final Set<DayOfWeek> weekend;
    private final LocalTime opens;
    private final LocalTime closes;
    private final List<HolidayRule> rules;
    private final Map<Integer, Map<LocalDate, String>> holidaysByYear = new ConcurrentHashMap<>();

    private WorkingCalendar(
            ZoneId zone, Set<DayOfWeek> weekend, LocalTime opens, LocalTime closes, List<HolidayRule> rules) {
        if (weekend.size() == 7) {
            throw new IllegalArgumentException("weekend of 7 days (expected: a day that is worked)");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "office hours %s-%s (expected: opening before closing)".formatted(opens, closes));
        }
        this.zone = zone;
        this.weekend = Set.copyOf(weekend);
        this.opens = opens;
        this.closes = closes;
        this.rules = List.copyOf(rules);
    }

    /**
     * Saturdays and Sundays off, office hours from 09:00 to 17:00, and a day off for each rule.
     *
     * @param rules lines such as {@code 01-01 new-year}, {@code easter+1}, {@code 05 last monday}, {@code friday from
     *     06-19}, {@code 2013-05-10 extra} (off once), {@code 2013-05-20 open} (worked once); a line that is none of
     *     these is an {@link IllegalArgumentException} that quotes it
     */
    public static WorkingCalendar of(ZoneId zone, Collection<String> rules) {
        return new WorkingCalendar(
                zone,
                SATURDAY_AND_SUNDAY,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                rules.stream().map(HolidayRule::parse).toList());
    }

    /** A calendar of the table of countries: FR, DE, ES, IT, GB, NL, PL, SE, NO, CH, or none for weekends only. */
    public static WorkingCalendar ofCountry(String code) {
        var known = Countries.ALL.get(code);
        if (known == null) {
            throw new IllegalArgumentException("country '%s' (expected: one of %s)".formatted(code, countries()));
        }
        return known;
    }

    /** The codes that {@link #ofCountry} knows, in order. */
    public static List<String> countries() {
        return List.copyOf(new TreeSet<>(Countries.ALL.keySet()));
    }

    /** The same with further rules, such as a site's own closing days. */
    public WorkingCalendar and(String... more) {
        var all = Stream.concat(rules.stream(), Stream.of(more).map(HolidayRule::parse));
        return new WorkingCalendar(zone, weekend, opens, closes, all.toList());
    }

    /** The same with another weekend. */
    public WorkingCalendar withWeekend(Set<DayOfWeek> days) {
        return new WorkingCalendar(zone, days, opens, closes, rules);
    }

    /** The same with other office hours, in the calendar's zone. */
    public WorkingCalendar withOfficeHours(LocalTime from, LocalTime to) {
        return new WorkingCalendar(zone, weekend, from, to, rules);
    }

    /** The same days and hours in another zone. */
    public WorkingCalendar in(ZoneId other) {
        return new WorkingCalendar(other, weekend, opens, closes, rules);
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isWorkingDay(LocalDate date) {
        return (!weekend.contains(date.getDayOfWeek()) && holidayName(date).isEmpty()) || isOpenByRule(date);
    }

    /** The name that the rule gives to this day off; empty on other days, and on a weekend that is no holiday. */
    public Optional<String> holidayName(LocalDate date) {
        return Optional.ofNullable(holidays(date.getYear()).get(date));
    }

    /** The first working day after the date, never the date itself. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return firstWorkingDayFrom(date.plusDays(1));
    }

    /**
     * The same time of day, so many working days later. A start on a day off counts as made at the same time of the
     * next working day, as the EGI portal has it: Saturday plus one working day is Tuesday.
     */
    public Instant plusWorkingDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("%d working days (expected: 0 or more)".formatted(days));
        }
        var start = from.atZone(zone);
        var date = firstWorkingDayFrom(start.toLocalDate());
        for (var left = days; left > 0; left--) {
            date = nextWorkingDay(date);
        }
        // An unmoved start keeps its own offset: the second 02:30 of an autumn night stays the second.
        return date.equals(start.toLocalDate())
                ? from
                : date.atTime(start.toLocalTime()).atZone(zone).toInstant();
    }

    /** From midnight to midnight in the calendar's zone: 23 or 25 hours on the days when the clocks change. */
    Interval wholeDay(LocalDate date) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    Interval officeDay(LocalDate date) {
        return new Interval(
                date.atTime(opens).atZone(zone).toInstant(),
                date.atTime(closes).atZone(zone).toInstant());
    }

    LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private LocalDate firstWorkingDayFrom(LocalDate date) {
        for (var ahead = 0; ahead < LONGEST_CLOSURE_IN_DAYS; ahead++) {
            if (isWorkingDay(date.plusDays(ahead))) {
                return date.plusDays(ahead);
            }
        }
        throw new IllegalStateException(
                "no working day in the %d days from %s".formatted(LONGEST_CLOSURE_IN_DAYS, date));
    }

    private boolean isOpenByRule(LocalDate date) {
        return rules.stream()
                .anyMatch(rule -> rule.isWorked()
                        && rule.in(date.getYear()).filter(date::equals).isPresent());
    }

    private Map<LocalDate, String> holidays(int year) {
        return holidaysByYear.computeIfAbsent(year, this::holidaysOf);
    }

    private Map<LocalDate, String> holidaysOf(int year) {
        var days = new HashMap<LocalDate, String>();
        var daysOff = rules.stream().filter(rule -> !rule.isWorked()).toList();
        daysOff.stream()
                .filter(rule -> !rule.moved())
                .forEach(rule -> rule.in(year).ifPresent(date -> days.putIfAbsent(date, rule.name())));
        // Christmas on a Saturday and Boxing Day on a Sunday are taken on Monday and Tuesday: each after those before.
        daysOff.stream()
                .filter(HolidayRule::moved)
                .forEach(rule -> rule.in(year).ifPresent(date -> {
                    var free = date;
                    while (weekend.contains(free.getDayOfWeek()) || days.containsKey(free)) {
                        free = free.plusDays(1);
                    }
                    days.put(free, rule.name());
                }));
        rules.stream()
                .filter(HolidayRule::isWorked)
                .forEach(rule -> rule.in(year).ifPresent(days::remove));
        return Map.copyOf(days);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "%s, %s-%s, weekend %s, %d rules".formatted(zone, opens, closes, weekend, rules.size());
    }

    private List<Object> parts() {
        return List.of(
                zone,
                weekend,
                opens,
                closes,
                rules.stream().map(HolidayRule::text).toList());
    }
}
