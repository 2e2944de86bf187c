package vigie.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.agenda.Vital;
import vigie.agenda.Vitals;

/** How the post does: letters that wait for over ten minutes, those given up, and a mailbox that cannot be read. */
@Component
class LettersAreSent implements Vitals {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String UNSENT = "/mailbox?view=unsent";

    private final Notifications post;

    LettersAreSent(Notifications post) {
        this.post = post;
    }

    @Override
    public List<Vital> signs(Instant now) {
        var tray = post.tray();
        var oldest = tray.oldest();
        var late = oldest != null && oldest.isBefore(now.minus(PATIENCE));
        var signs = new ArrayList<Vital>();
        signs.add(
                oldest == null
                        ? Vital.of("mail.waiting.none", true, 0)
                        : Vital.of("mail.waiting.some", !late, (double) tray.unsent(), tray.unsent(), oldest)
                                .at(UNSENT));
        signs.add(Vital.of("mail.given-up.count", tray.givenUp() == 0, (double) tray.givenUp(), tray.givenUp())
                .at(UNSENT));
        signs.add(Vital.of("mail.twice.count", true, (double) tray.twice(), tray.twice())
                .at("/mailbox?view=twice"));
        signs.add(said("mail.sending", tray.sendingTrouble()));
        signs.add(said("mail.reading", tray.readingTrouble()));
        return signs;
    }

    private static Vital said(String what, String trouble) {
        return trouble.isEmpty() ? Vital.of(what + ".well", true, 0) : Vital.of(what + ".trouble", false, 1, trouble);
    }
}
