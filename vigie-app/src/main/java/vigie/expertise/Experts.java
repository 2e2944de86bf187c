package vigie.expertise;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Person;

/**
 * Who knows what. Only the person writes, changes and deletes their own entry; what they do not confirm for a time is
 * deleted; nobody who may no longer sign in is shown. The mail address is never shown: letters go through Vigie.
 */
@Component
public class Experts {
    private static final int LONGEST_ABOUT = 500;
    private static final int MOST_PRODUCTS = 30;
    private static final int LONGEST_PRODUCT = 60;

    private final ExpertTable experts;
    private final People people;
    private final Journal journal;
    private final Clock clock;
    private final Duration kept;

    Experts(
            ExpertTable experts,
            People people,
            Journal journal,
            Clock clock,
            @Value("${vigie.expertise.entry-kept:P730D}") Duration kept) {
        this.experts = experts;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.kept = kept;
    }

    /** How long an entry is kept that its person does not confirm. */
    Duration kept() {
        return kept;
    }

    /** Those whose name, words or products hold the text, by name; an empty text is in all who name a product. */
    public List<Expert> found(String text) {
        var wanted = Folded.folded(text.strip());
        return named(experts.all()).stream()
                .filter(expert -> !expert.products().isEmpty())
                .filter(expert -> Folded.folded(
                                expert.name() + " " + expert.about() + " " + String.join(" ", expert.products()))
                        .contains(wanted))
                .sorted(java.util.Comparator.comparing(Expert::name))
                .toList();
    }

    /** Those who know one of the products. */
    List<Expert> on(List<String> products) {
        return products.isEmpty()
                ? List.of()
                : named(experts.on(products.stream().map(Folded::key).toList()));
    }

    /** Those who know one of the products and have agreed to be asked. */
    public List<Expert> toAsk(List<String> products) {
        return on(products).stream().filter(Expert::asked).toList();
    }

    /** Everyone who has agreed to be asked, by name. */
    public List<Expert> toAsk() {
        return found("").stream().filter(Expert::asked).toList();
    }

    /** The mail address of one who has agreed to be asked; for letters of the house, never for a page. */
    public Optional<String> addressOf(long person) {
        return experts.find(person)
                .filter(Expert::asked)
                .flatMap(expert -> people.person(person))
                .filter(found -> found.active() && !found.mail().isEmpty())
                .map(Person::mail);
    }

    /** The name of one who has agreed to be named beside what they solved. */
    Optional<String> named(long person) {
        return experts.find(person)
                .filter(Expert::named)
                .flatMap(expert -> people.person(person))
                .filter(Person::active)
                .map(Person::name);
    }

    /** What a person has said of themselves. */
    Optional<Expert> of(long person) {
        return named(experts.find(person).stream().toList()).stream().findFirst();
    }

    /** A person says what they know; said again it is confirmed. */
    @Transactional
    public void say(Actor actor, String about, String products, boolean named, boolean asked) {
        var expert = new Expert(
                actor.person(),
                actor.name(),
                Plain.text("about", about, LONGEST_ABOUT),
                Plain.names("products", products, LONGEST_PRODUCT, MOST_PRODUCTS),
                named,
                asked,
                clock.instant());
        if (expert.products().isEmpty() && !named) {
            throw vigie.words.Refusal.unreadable("products", "expertise.no-product");
        }
        experts.keep(expert);
        // what is said stands in the entry alone, so that it is gone when its person deletes it
        journal.write(actor, subject(actor.person()), "expertise.deed.said", "", "", "");
    }

    /** A person takes themselves out; nothing of the entry stays. */
    @Transactional
    public void leave(Actor actor) {
        if (experts.delete(actor.person())) {
            journal.write(actor, subject(actor.person()), "expertise.deed.left", "", "", "");
        }
    }

    private List<Expert> named(List<Expert> found) {
        return found.stream()
                .flatMap(expert -> people
                        .person(expert.person())
                        .filter(Person::active)
                        .map(person -> new Expert(
                                expert.person(),
                                person.name(),
                                expert.about(),
                                expert.products(),
                                expert.named(),
                                expert.asked(),
                                expert.said()))
                        .stream())
                .toList();
    }

    private static String subject(long person) {
        return "expert:" + person;
    }
}
