package vigie.expertise;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.registry.SiteId;
import vigie.words.Refusal;

/** The solved cases, and what people do with them. Each deed is checked against the site and journaled. */
@Component
public class Lessons {
    private static final SiteId NO_SITE = new SiteId(0);

    private final LessonTable lessons;
    private final LessonSearch search;
    private final Experts experts;
    private final Origin origin;
    private final Federation federation;
    private final Journal journal;
    private final Clock clock;

    Lessons(
            LessonTable lessons,
            LessonSearch search,
            Experts experts,
            Origin origin,
            Federation federation,
            Journal journal,
            Clock clock) {
        this.lessons = lessons;
        this.search = search;
        this.experts = experts;
        this.origin = origin;
        this.federation = federation;
        this.journal = journal;
        this.clock = clock;
    }

    /** The lesson of a number, withdrawn or not. */
    public Optional<Lesson> lesson(long id) {
        return lessons.find(id);
    }

    /** Solved cases like the one at hand, the likest first, each with the reason why. */
    public List<Similar> like(Sought sought, int limit) {
        return search.of(sought, limit).stream()
                .map(found -> found.by(experts.named(found.lesson().writer()).orElse("")))
                .toList();
    }

    /** Writes down what was learnt; the number of what is there already where the form was sent before. */
    @Transactional
    public long write(Actor actor, Learnt learnt) {
        var site = origin.siteOf(learnt).map(Site::id).orElse(NO_SITE);
        mayWrite(actor, site);
        origin.mustBeSolved(learnt);
        var id = lessons.add(learnt, site, actor.person(), clock.instant());
        id.ifPresent(added -> journal.write(actor, subject(added), "expertise.deed.written", "", told(learnt), ""));
        return id.orElseGet(() -> lessons.ofForm(learnt.formKey()).orElseThrow().id());
    }

    /** Says it otherwise; what was said before stands in the journal. */
    @Transactional
    public void change(Actor actor, long id, Learnt learnt, String reason) {
        var before = held(actor, id);
        lessons.change(id, learnt, clock.instant());
        journal.write(
                actor,
                subject(id),
                "expertise.deed.changed",
                "%s\n%s\n%s".formatted(before.title(), before.cause(), before.solution()),
                told(learnt),
                Plain.line("reason", reason, Learnt.LONGEST_TEXT));
    }

    /** Nobody finds it any more; its page still says why. */
    @Transactional
    public void withdraw(Actor actor, long id, String reason) {
        held(actor, id);
        var why = Plain.some("reason", Plain.line("reason", reason, Learnt.LONGEST_TEXT));
        lessons.withdraw(id, clock.instant());
        journal.write(actor, subject(id), "expertise.deed.withdrawn", "", "", why);
    }

    /** Whether a person may change or withdraw it. */
    boolean mayChange(Actor actor, Lesson lesson) {
        return lesson.withdrawn() == null
                && (lesson.site().value() == 0
                        ? actor.may(Right.REPLY_TICKETS)
                        : actor.may(Right.REPLY_TICKETS, lesson.site().value()));
    }

    private Lesson held(Actor actor, long id) {
        var lesson = lessons.hold(id).orElseThrow(() -> Refusal.notFound("expertise.unknown", id));
        mayWrite(actor, lesson.site());
        if (lesson.withdrawn() != null) {
            throw Refusal.conflict("expertise.is-withdrawn", id);
        }
        return lesson;
    }

    private static void mayWrite(Actor actor, SiteId site) {
        if (site.value() == 0) {
            actor.mustBeAllowed(Right.REPLY_TICKETS);
        } else {
            actor.mustBeAllowed(Right.REPLY_TICKETS, site.value());
        }
    }

    /** The name of its site; empty for none. */
    String siteOf(Lesson lesson) {
        return federation.site(lesson.site()).map(Site::name).orElse("");
    }

    private static String told(Learnt learnt) {
        return "%s\n%s\n%s".formatted(learnt.title(), learnt.cause(), learnt.solution());
    }

    static String subject(long id) {
        return "lesson:" + id;
    }
}
