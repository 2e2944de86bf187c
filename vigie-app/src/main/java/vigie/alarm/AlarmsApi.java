package vigie.alarm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** The alarms, for machines. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmsApi {
    private static final int MOST = 1000;

    private final Alarms alarms;
    private final AlarmLine.Lines lines;

    AlarmsApi(Alarms alarms, AlarmLine.Lines lines) {
        this.alarms = alarms;
        this.lines = lines;
    }

    /** An alarm as it is promised to others. */
    record Told(
            long id,
            String site,
            String host,
            String service,
            String metric,
            String vo,
            Instant raised,
            @Nullable Instant cleared,
            String summary,
            boolean flapping) {
        static Told of(AlarmLine line) {
            var alarm = line.alarm();
            return new Told(
                    alarm.id(),
                    line.site(),
                    line.host(),
                    line.type(),
                    alarm.metric(),
                    alarm.vo(),
                    alarm.raised(),
                    alarm.cleared(),
                    alarm.summary(),
                    alarm.flapping());
        }
    }

    /** The open alarms, the oldest first, at most a thousand. */
    @May(Right.READ)
    @GetMapping
    List<Told> open(@RequestParam(defaultValue = "") String site) {
        return lines.of(site.isEmpty() ? alarms.open(0, MOST) : alarms.open()).stream()
                .filter(line -> site.isEmpty() || line.site().equals(site))
                .limit(MOST)
                .map(Told::of)
                .toList();
    }

    /** One alarm, open or not. */
    @May(Right.READ)
    @GetMapping("/{id}")
    Told one(@PathVariable long id) {
        var alarm = alarms.alarm(id).orElseThrow(() -> Refusal.notFound("alarm.unknown", id));
        return Told.of(lines.of(List.of(alarm)).getFirst());
    }
}
