package vigie.help;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vigie.words.Words;

/** Says office hours: a working day has eight of them. */
public final class Hours {
    private static final long DAY = Duration.ofHours(8).toMinutes();

    private Hours() {}

    /** Such as "1 working day 3 h"; less than a minute is one minute. */
    public static String said(Words words, @Nullable Duration hours) {
        if (hours == null) {
            return "";
        }
        var minutes = Math.max(1, hours.toMinutes());
        var days = minutes / DAY;
        var rest = Duration.ofMinutes(minutes % DAY);
        if (days == 0) {
            return words.span(rest);
        }
        var said = words.count("help.working-days", days);
        return rest.toHours() == 0 || days > 9 ? said : said + " " + rest.toHours() + " h";
    }
}
