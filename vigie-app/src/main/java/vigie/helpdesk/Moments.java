package vigie.helpdesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * Moments as helpdesks write them: ISO 8601, {@code 2013-03-19 08:00:00}, {@code 19/03/2013 08:00} (the day comes first),
 * or seconds since 1970 as Remedy keeps them. What names no zone is in UTC, as in GGUS.
 */
final class Moments {
    private static final List<DateTimeFormatter> LOCAL = List.of(
            form("uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSS]"),
            form("dd/MM/uuuu HH:mm[:ss]"),
            form("dd-MM-uuuu HH:mm[:ss]"),
            form("dd.MM.uuuu HH:mm[:ss]"));
    private static final List<DateTimeFormatter> DAY = List.of(DateTimeFormatter.ISO_LOCAL_DATE, form("dd/MM/uuuu"));

    private Moments() {}

    /** A 30 February is no day. */
    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<Instant> read(String written) {
        var text = written.strip().replaceFirst("(?i)\\s*(UTC|GMT)$", "");
        if (text.matches("[+-].*|\\d{5,}-.*")) {
            return Optional.empty();
        }
        if (text.matches("\\d{9,10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant());
        } catch (DateTimeException otherwise) {
            // without a zone, or not ISO
        }
        for (var form : LOCAL) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException otherwise) {
                // the next form
            }
        }
        for (var form : DAY) {
            try {
                return Optional.of(
                        LocalDate.parse(text, form).atStartOfDay(ZoneOffset.UTC).toInstant());
            } catch (DateTimeException otherwise) {
                // the next form
            }
        }
        return Optional.empty();
    }
}
