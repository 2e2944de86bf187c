package vigie.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.time.Interval;
import vigie.words.Refusal;

/** The calendar of the duty: turns, pauses and agreements. Each change is checked, journaled, and has an end. */
@Component
public class Calendar {
    private static final Duration LONGEST_TURN = Duration.ofDays(62);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(366);
    private static final int LONGEST_TEXT = 4000;

    private final TurnTable turns;
    private final PauseTable pauses;
    private final Federation federation;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    Calendar(TurnTable turns, PauseTable pauses, Federation federation, People people, Journal journal, Clock clock) {
        this.turns = turns;
        this.pauses = pauses;
        this.federation = federation;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Gives a person a turn for an NGI, or for all where that is empty; answers its number. */
    @Transactional
    public long plan(Actor actor, String ngi, String login, String standIn, Interval during) {
        actor.mustBeAllowed(Right.PLAN_DUTY, 0);
        mustBeNgi(ngi);
        mustBeShort(during, LONGEST_TURN);
        var person = person("person", login);
        var other = standIn.isEmpty() ? 0 : person("standin", standIn);
        if (person == other) {
            throw Refusal.unreadable("standin", "duty.same-person", standIn);
        }
        var id = turns.add(ngi, person, other, during, actor.name());
        journal.write(actor, "turn:" + id, "duty.deed.planned", "", login + " " + during.start(), "");
        return id;
    }

    /** Somebody steps in for the person of a turn, or nobody any more where the login is empty. */
    @Transactional
    public void standIn(Actor actor, long id, String login) {
        actor.mustBeAllowed(Right.PLAN_DUTY, 0);
        var turn = turn(id);
        var person = login.isEmpty() ? 0 : person("standin", login);
        if (person == turn.person()) {
            throw Refusal.unreadable("standin", "duty.same-person", login);
        }
        turns.standIn(id, person);
        journal.write(actor, "turn:" + id, "duty.deed.stand-in", Long.toString(turn.standIn()), login, "");
    }

    /** Takes a turn back; calendars that have read it hear of it. */
    @Transactional
    public void takeBack(Actor actor, long id) {
        actor.mustBeAllowed(Right.PLAN_DUTY, 0);
        turns.takeBack(turn(id).id());
        journal.write(actor, "turn:" + id, "duty.deed.taken-back", "", "", "");
    }

    /** Announces that nobody is on duty; ends by itself, a year ahead at most. Answers its number. */
    @Transactional
    public long pause(Actor actor, Pause wanted) {
        actor.mustBeAllowed(Right.DECIDE_DUTY, 0);
        mustBeNgi(wanted.ngi());
        if (wanted.site().value() != 0) {
            mustBeSite(wanted.site());
        }
        mustBeShort(wanted.during(), LONGEST_PAUSE);
        var address =
                wanted.instead() == Pause.Instead.ADDRESS ? wanted.address().strip() : "";
        if (wanted.instead() == Pause.Instead.ADDRESS && !address.matches("[^@\\s,;<>]{1,64}@[^@\\s,;<>]{1,250}")) {
            throw Refusal.unreadable("address", "duty.no-address", address);
        }
        var why = text("reason", wanted.reason());
        var id = pauses.add(new Pause(
                0, wanted.ngi(), wanted.site(), wanted.during(), wanted.instead(), address, why, actor.name()));
        journal.write(
                actor,
                "pause:" + id,
                "duty.deed.paused",
                "",
                wanted.during().end().toString(),
                why);
        return id;
    }

    /** Ends a pause before its date. */
    @Transactional
    public void endPause(Actor actor, long id) {
        actor.mustBeAllowed(Right.DECIDE_DUTY, 0);
        pauses.endPause(id, clock.instant());
        journal.write(actor, "pause:" + id, "duty.deed.pause-ended", "", "", "");
    }

    /** Writes down that the team of a site watches another; answers its number. */
    @Transactional
    public long delegate(Actor actor, Delegation wanted) {
        actor.mustBeAllowed(Right.DECIDE_DUTY, 0);
        mustBeSite(wanted.watched());
        mustBeSite(wanted.watcher());
        if (wanted.watched().equals(wanted.watcher())) {
            throw Refusal.unreadable(
                    "watcher", "duty.same-site", wanted.watcher().value());
        }
        mustBeShort(wanted.during(), LONGEST_PAUSE);
        var agreed = text("agreed", wanted.agreed());
        var limits = wanted.limits().isBlank() ? "" : text("limits", wanted.limits());
        var id = pauses.add(new Delegation(
                0, wanted.watched(), wanted.watcher(), wanted.during(), limits, agreed, actor.name(), wanted.lends()));
        journal.write(actor, "delegation:" + id, "duty.deed.delegated", "", limits, agreed);
        return id;
    }

    /** Ends an agreement before its date. */
    @Transactional
    public void endDelegation(Actor actor, long id) {
        actor.mustBeAllowed(Right.DECIDE_DUTY, 0);
        pauses.endDelegation(id, clock.instant());
        journal.write(actor, "delegation:" + id, "duty.deed.delegation-ended", "", "", "");
    }

    private Turn turn(long id) {
        return Optional.of(id)
                .flatMap(turns::hold)
                .filter(turn -> !turn.gone())
                .orElseThrow(() -> Refusal.notFound("duty.no-turn", id));
    }

    private long person(String field, String login) {
        return people.named(login)
                .filter(actor -> actor.may(Right.HANDLE_PROBLEMS))
                .map(Actor::person)
                .orElseThrow(() -> Refusal.unreadable(field, "duty.no-person", login));
    }

    private void mustBeNgi(String ngi) {
        if (!ngi.isEmpty() && federation.sites().stream().map(Site::ngi).noneMatch(ngi::equals)) {
            throw Refusal.unreadable("ngi", "duty.no-ngi", ngi);
        }
    }

    private void mustBeSite(SiteId site) {
        if (federation.site(site).isEmpty()) {
            throw Refusal.unreadable("site", "duty.no-site", site.value());
        }
    }

    private void mustBeShort(Interval during, Duration longest) {
        if (during.length().compareTo(longest) > 0) {
            throw Refusal.unreadable("end", "duty.too-long", during.length().toDays(), longest.toDays());
        }
        if (!during.end().isAfter(clock.instant())) {
            throw Refusal.unreadable("end", "duty.over", during.end());
        }
    }

    static String text(String field, String said) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable(field, "duty.text", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    /** A stretch; one that does not end after it begins is refused at its field. */
    static Interval stretch(Instant begins, Instant ends) {
        if (!begins.isBefore(ends)) {
            throw Refusal.unreadable("end", "duty.end-before-start", ends);
        }
        return new Interval(begins, ends);
    }
}
