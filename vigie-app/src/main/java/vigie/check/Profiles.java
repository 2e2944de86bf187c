package vigie.check;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** Changes of the profiles; each is written to the journal with its reason. */
@Component
class Profiles {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";

    private final ProfileTable table;
    private final Checks checks;
    private final Journal journal;

    Profiles(ProfileTable table, Checks checks, Journal journal) {
        this.table = table;
        this.checks = checks;
        this.journal = journal;
    }

    /** Adds a profile where its number is 0, changes it otherwise. */
    @Transactional
    public void save(Actor who, Profile profile, String reason) {
        who.mustBeAllowed(Right.MANAGE_CHECKS);
        mustBeSensible(profile);
        if (profile.id() == 0) {
            var id = table.add(profile);
            journal.write(who, "profile:" + id, "check.added", "", said(profile), reason);
        } else {
            var before = known(profile.id());
            table.update(profile);
            journal.write(who, "profile:" + profile.id(), "check.changed", said(before), said(profile), reason);
        }
    }

    /** Takes a profile away; what its checks have found is kept. */
    @Transactional
    public void remove(Actor who, long id, String reason) {
        who.mustBeAllowed(Right.MANAGE_CHECKS);
        var before = known(id);
        table.remove(id);
        journal.write(who, "profile:" + id, "check.removed", said(before), "", reason);
    }

    Profile known(long id) {
        return table.find(id).orElseThrow(() -> Refusal.notFound("check.no-profile", Long.toString(id)));
    }

    private void mustBeSensible(Profile profile) {
        named("type", profile.type());
        named("metric", profile.metric());
        checks.command(profile.command());
        within("every", profile.every(), 10, 604_800);
        within("again", profile.again(), 5, 86_400);
        within("patience", profile.patience(), 1, 600);
        within("lasts", profile.lasts(), 0, 2_592_000);
        if (profile.attempts() < 1 || profile.attempts() > 20) {
            throw Refusal.unreadable("attempts", "check.not-within", profile.attempts(), 1, 20);
        }
    }

    private static void named(String field, String value) {
        if (!value.matches(NAME)) {
            throw Refusal.unreadable(field, "check.name", value);
        }
    }

    private static void within(String field, Duration span, int least, int most) {
        if (span.toSeconds() < least || span.toSeconds() > most) {
            throw Refusal.unreadable(field, "check.not-within", span.toSeconds(), least, most);
        }
    }

    private static String said(Profile profile) {
        return "%s %s: %s, %d s/%d s, %d, %d s, %d s, %s"
                .formatted(
                        profile.type(),
                        profile.metric(),
                        profile.command(),
                        profile.every().toSeconds(),
                        profile.again().toSeconds(),
                        profile.attempts(),
                        profile.patience().toSeconds(),
                        profile.life().toSeconds(),
                        profile.running() ? "on" : "off");
    }
}
