package vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Plays what happened before the visitor came: results every three hours, handed in as others hand in theirs. */
@Component
class Past {
    private static final Duration STEP = Duration.ofHours(3);
    private static final long SEED = 20130319;

    private final DemoFederation federation;
    private final MailingList list;
    private final TeamTicket ticket;
    private final Hand hand;

    Past(DemoFederation federation, MailingList list, TeamTicket ticket, Hand hand) {
        this.federation = federation;
        this.list = list;
        this.ticket = ticket;
        this.hand = hand;
    }

    /** Plays from where the clock stands until the visitor's day begins; what came before that is only told. */
    void play(Api api) {
        send(api, hand.now());
        var isHeld = false;
        var isClosed = false;
        while (hand.now().isBefore(DemoClock.TODAY)) {
            if (!isHeld && !hand.now().isBefore(February.BEGINS)) {
                February.hold(api);
                isHeld = true;
            }
            if (!isClosed && !hand.now().isBefore(February.ENDS)) {
                February.close(api);
                isClosed = true;
            }
            var next = hand.now().plus(STEP);
            for (var stop : new Instant[] {February.BEGINS, February.ENDS, DemoClock.TODAY}) {
                if (stop.isAfter(hand.now()) && stop.isBefore(next)) {
                    next = stop;
                }
            }
            hand.playUntil(next);
            send(api, hand.now());
        }
        hand.playUntil(hand.now());
    }

    private void send(Api api, Instant at) {
        list.handIn(api, at);
        ticket.tell(api, at);
        var chance = new Random(SEED ^ at.getEpochSecond());
        var lines = new StringBuilder();
        for (var spot : federation.spots()) {
            for (var metric : spot.metrics()) {
                lines.append(line(spot, metric, at, chance.nextInt(4, 180)));
            }
        }
        var report = api.post("/api/v1/results", "application/x-ndjson", lines.toString());
        if (report.path("refused").asInt(0) > 0) {
            throw new IllegalStateException("results of the past are refused: " + report);
        }
    }

    private static String line(Spot spot, String metric, Instant at, int millis) {
        var status = "OK";
        var summary = spot.host() + " answers after " + millis + " ms";
        for (var failure : Outages.FAILURES) {
            if (failure.holds(spot, at)) {
                status = failure.status();
                summary = spot.host() + ": " + failure.said();
            }
        }
        if (metric.equals("vigie.certificate")) {
            status = "OK";
            summary = "certificate of " + spot.host() + " is good for more than 100 days";
        }
        return """
                {"timestamp":"%s","hostname":"%s","service":"%s","metric":"%s","status":"%s","summary":"%s",\
                "actual_data":"time=%.3fs","monitoring_host":"nagios.example.org","tags":{"endpoint_group":"%s"}}
                """.formatted(at, spot.host(), spot.type(), metric, status, summary, millis / 1000.0, spot.site());
    }
}
