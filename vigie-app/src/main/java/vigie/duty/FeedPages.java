package vigie.duty;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vigie.account.Anyone;
import vigie.people.People;
import vigie.time.Interval;
import vigie.words.Refusal;
import vigie.words.Words;

/** The calendar for other calendars: whoever knows the word in the address reads it. */
@RestController
class FeedPages {
    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Feeds feeds;
    private final TurnTable turns;
    private final People people;
    private final Clock clock;
    private final String host;

    FeedPages(
            Feeds feeds,
            TurnTable turns,
            People people,
            Clock clock,
            @Value("${vigie.mail.host:vigie.localdomain}") String host) {
        this.feeds = feeds;
        this.turns = turns;
        this.people = people;
        this.clock = clock;
        this.host = host;
    }

    @Anyone
    @GetMapping("/duty/{word}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable String word) {
        if (!feeds.opens(word)) {
            throw Refusal.notFound("duty.no-feed");
        }
        var now = clock.instant();
        var calendar = new ICalendar(Words.FRENCH.say("duty.feed.name"));
        for (var turn : turns.all(new Interval(now.minus(BACK), now.plus(AHEAD)))) {
            var line = TurnLine.of(turn, people, now);
            var what = turn.ngi().isEmpty() ? "" : turn.ngi() + " : ";
            var other = line.standIn().isEmpty() ? "" : " (" + line.standIn() + ")";
            calendar.add(turn, what + line.person() + other, host, now);
        }
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .cacheControl(CacheControl.noStore())
                .body(calendar.text());
    }
}
