package vigie.duty;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.mail.Tongues;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;
import vigie.words.Refusal;

/** Duty is handed over in writing, and accepted by the next person: until then it stands on their console. */
@Component
class Handovers {
    private static final int LONGEST_TEXT = 20_000;

    private final HandoverTable table;
    private final People people;
    private final Notifications post;
    private final Tongues tongues;
    private final Journal journal;
    private final Clock clock;

    Handovers(HandoverTable table, People people, Notifications post, Tongues tongues, Journal journal, Clock clock) {
        this.table = table;
        this.people = people;
        this.post = post;
        this.tongues = tongues;
        this.journal = journal;
        this.clock = clock;
    }

    List<Handover> latest(int limit) {
        return table.latest(limit);
    }

    /** The oldest that waits for this person: to them, or to whoever comes, but not their own. */
    Optional<Handover> waitingFor(Actor who) {
        return table.open().stream()
                .filter(one -> one.giver() != who.person())
                .filter(one -> one.receiver() == 0 || one.receiver() == who.person())
                .findFirst();
    }

    /** Hands over to a person, or to whoever comes where the login is empty; answers its number. */
    @Transactional
    long give(Actor actor, String login, String said) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        var text = said.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.unreadable("text", "duty.text", text.length(), LONGEST_TEXT);
        }
        var receiver = login.isEmpty()
                ? Optional.<Actor>empty()
                : Optional.of(people.named(login)
                        .filter(person -> person.may(Right.HANDLE_PROBLEMS))
                        .orElseThrow(() -> Refusal.unreadable("to", "duty.no-person", login)));
        var id = table.add(clock.instant(), actor, receiver.map(Actor::person).orElse(0L), text);
        receiver.flatMap(person -> people.person(person.person()))
                .map(Person::mail)
                .filter(mail -> !mail.isBlank())
                .ifPresent(mail -> post.send(new Letter(
                        List.of(mail),
                        tongues.of(mail).say("duty.handover.subject", actor.name()),
                        text,
                        "handover:" + id)));
        journal.write(actor, "handover:" + id, "duty.deed.handed-over", "", login, "");
        return id;
    }

    /** Accepts it; the one to whom it was given does, or anyone on duty where it was given to whoever comes. */
    @Transactional
    void accept(Actor actor, long id) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        var handover = table.hold(id).orElseThrow(() -> Refusal.notFound("duty.no-handover", id));
        if (handover.accepted() != null) {
            throw Refusal.conflict("duty.accepted-already", id, handover.acceptedBy());
        }
        if (handover.giver() == actor.person() || (handover.receiver() != 0 && handover.receiver() != actor.person())) {
            throw Refusal.notAllowed("duty.not-yours", id);
        }
        table.accept(id, clock.instant(), actor.name());
        journal.write(actor, "handover:" + id, "duty.deed.accepted", "", "", "");
    }
}
