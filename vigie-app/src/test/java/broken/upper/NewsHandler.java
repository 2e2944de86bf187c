package broken.upper;

import broken.lower.Told;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Named for a layer, public, no crossing by its name, and it tells news in no transaction. */
public class NewsHandler {
    private final ApplicationEventPublisher news;
    private Told heard = new Told(new Upper(1));

    NewsHandler(ApplicationEventPublisher news) {
        this.news = news;
    }

    @ApplicationModuleListener
    void on(Told told) {
        heard = told;
    }

    void tell() {
        news.publishEvent(heard);
    }
}
