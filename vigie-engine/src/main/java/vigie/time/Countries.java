package vigie.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The public holidays that a whole country shares, with its zone. Regional ones (Alsace, the Länder, the autonomous
 * communities, the cantons) and a site's own days are added as further rules.
 */
final class Countries {
    /** Weekends only: the country of those who want no public holiday counted. */
    static final String NONE = "none";

    static final Map<String, WorkingCalendar> ALL = Map.ofEntries(
            country(NONE, "UTC", ""),
            country("FR", "Europe/Paris", """
                    01-01 new-year
                    easter+1 easter-monday
                    05-01 labour-day
                    05-08 victory-1945
                    easter+39 ascension
                    easter+50 whit-monday
                    07-14 national-day
                    08-15 assumption
                    11-01 all-saints
                    11-11 armistice
                    12-25 christmas
                    """),
            country("DE", "Europe/Berlin", """
                    01-01 new-year
                    easter-2 good-friday
                    easter+1 easter-monday
                    05-01 labour-day
                    easter+39 ascension
                    easter+50 whit-monday
                    10-03 national-day
                    2017-10-31 reformation
                    12-25 christmas
                    12-26 boxing-day
                    """),
            country("ES", "Europe/Madrid", """
                    01-01 new-year
                    01-06 epiphany
                    easter-2 good-friday
                    05-01 labour-day
                    08-15 assumption
                    10-12 national-day
                    11-01 all-saints
                    12-06 constitution
                    12-08 immaculate-conception
                    12-25 christmas
                    """),
            country("GB", "Europe/London", """
                    01-01 moved new-year
                    easter-2 good-friday
                    easter+1 easter-monday
                    05 first monday not 2020 labour-day
                    2020-05-08 victory-1945
                    05 last monday until 2011 spring
                    05 last monday since 2013 not 2022 spring
                    2012-06-04 spring
                    2022-06-02 spring
                    08 last monday summer
                    12-25 moved christmas
                    12-26 moved boxing-day
                    2011-04-29 extra
                    2012-06-05 extra
                    2022-06-03 extra
                    2022-09-19 extra
                    2023-05-08 extra
                    """),
            country("IT", "Europe/Rome", """
                    01-01 new-year
                    01-06 epiphany
                    easter+1 easter-monday
                    04-25 liberation
                    05-01 labour-day
                    06-02 national-day
                    08-15 assumption
                    10-04 since 2026 patron-saint
                    11-01 all-saints
                    12-08 immaculate-conception
                    12-25 christmas
                    12-26 boxing-day
                    """),
            country("NL", "Europe/Amsterdam", """
                    01-01 new-year
                    easter+1 easter-monday
                    04-30 until 2013 national-day
                    04-27 since 2014 national-day
                    2015-05-05 liberation
                    2020-05-05 liberation
                    2025-05-05 liberation
                    2030-05-05 liberation
                    easter+39 ascension
                    easter+50 whit-monday
                    12-25 christmas
                    12-26 boxing-day
                    """),
            country("PL", "Europe/Warsaw", """
                    01-01 new-year
                    01-06 since 2011 epiphany
                    easter+1 easter-monday
                    05-01 labour-day
                    05-03 constitution
                    easter+60 corpus-christi
                    08-15 assumption
                    11-01 all-saints
                    11-11 national-day
                    12-24 since 2025 christmas-eve
                    12-25 christmas
                    12-26 boxing-day
                    """),
            country("SE", "Europe/Stockholm", """
                    01-01 new-year
                    01-06 epiphany
                    easter-2 good-friday
                    easter+1 easter-monday
                    05-01 labour-day
                    easter+39 ascension
                    06-06 national-day
                    friday from 06-19 midsummer-eve
                    12-24 christmas-eve
                    12-25 christmas
                    12-26 boxing-day
                    12-31 new-years-eve
                    """),
            country("NO", "Europe/Oslo", """
                    01-01 new-year
                    easter-3 maundy-thursday
                    easter-2 good-friday
                    easter+1 easter-monday
                    05-01 labour-day
                    05-17 national-day
                    easter+39 ascension
                    easter+50 whit-monday
                    12-25 christmas
                    12-26 boxing-day
                    """),
            country("CH", "Europe/Zurich", """
                    01-01 new-year
                    easter-2 good-friday
                    easter+1 easter-monday
                    easter+39 ascension
                    easter+50 whit-monday
                    08-01 national-day
                    12-25 christmas
                    12-26 boxing-day
                    """));

    private Countries() {}

    private static Map.Entry<String, WorkingCalendar> country(String code, String zone, String rules) {
        List<String> lines = rules.lines().toList();
        return Map.entry(code, WorkingCalendar.of(ZoneId.of(zone), lines));
    }
}
