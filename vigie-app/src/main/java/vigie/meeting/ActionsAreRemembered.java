package vigie.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.mail.Tongues;
import vigie.people.People;
import vigie.people.Person;
import vigie.timekeeper.Timed;

/**
 * Reminds the owner of an action by mail: some days before its day, and once more on the day after it. Both leave at
 * eight in Paris. A reminder that would have left before the action was written down does not leave at all.
 */
@Component
class ActionsAreRemembered implements Timed {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private final ActionTable actions;
    private final People people;
    private final Notifications post;
    private final Tongues tongues;
    private final Period before;
    private final String url;

    ActionsAreRemembered(
            ActionTable actions,
            People people,
            Notifications post,
            Tongues tongues,
            @Value("${vigie.meeting.remind-before:P2D}") Period before,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.actions = actions;
        this.people = people;
        this.post = post;
        this.tongues = tongues;
        this.before = before;
        this.url = url;
    }

    /** A reminder that is still to leave; the second one says that the day has passed. */
    private record Reminder(ActionTable.Reminded of, Instant at, boolean late) {}

    @Override
    public String name() {
        return "meeting.timed.reminders";
    }

    @Override
    public Optional<Instant> nextDue() {
        return ahead().stream().map(Reminder::at).min(Comparator.naturalOrder());
    }

    @Override
    @Transactional
    public void play(Instant now) {
        for (var reminder : ahead()) {
            if (!reminder.at().isAfter(now)) {
                actions.reminded(reminder.of().action().id(), reminder.late() ? 2 : 1);
                people.person(reminder.of().action().person())
                        .filter(person -> person.active() && !person.mail().isEmpty())
                        .ifPresent(person -> remind(person, reminder));
            }
        }
    }

    private void remind(Person person, Reminder reminder) {
        var action = reminder.of().action();
        var key = reminder.late() ? "meeting.reminder.late" : "meeting.reminder.soon";
        var words = tongues.of(person.mail());
        post.send(new Letter(
                List.of(person.mail()),
                words.say(key + ".subject", action.what()),
                words.say(key + ".text", person.name(), action.what(), action.due(), url + "/actions/" + action.id()),
                "action:" + action.id()));
    }

    private List<Reminder> ahead() {
        return actions.toRemind().stream().flatMap(kept -> next(kept).stream()).toList();
    }

    private Optional<Reminder> next(ActionTable.Reminded kept) {
        var due = kept.action().due();
        if (due == null) {
            return Optional.empty();
        }
        var soon = morning(due.minus(before));
        return kept.reminders() == 0 && soon.isAfter(kept.action().added())
                ? Optional.of(new Reminder(kept, soon, false))
                : Optional.of(new Reminder(kept, morning(due.plusDays(1)), true));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(PARIS).toInstant();
    }
}
