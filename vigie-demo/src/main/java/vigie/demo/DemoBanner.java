package vigie.demo;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import vigie.page.Banner;
import vigie.page.Frame;

/** The clock of the demonstration above every page, or how far its past has been played. */
@Component
class DemoBanner implements Banner {
    private final Hand hand;
    private final DemoClock clock;
    private final TemplateEngine templates;

    DemoBanner(Hand hand, DemoClock clock, TemplateEngine templates) {
        this.hand = hand;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Content in(Frame frame) {
        var day = Math.min(
                clock.days(), Duration.between(clock.begin(), hand.now()).toDays());
        return output -> templates.render(
                "demo/banner.jte",
                Map.of(
                        "frame",
                        frame,
                        "playing",
                        !hand.goes(),
                        "day",
                        day,
                        "of",
                        clock.days(),
                        "beforeMeeting",
                        isBefore()),
                output);
    }

    private boolean isBefore() {
        return hand.now().isBefore(DemoPages.MEETING);
    }
}
