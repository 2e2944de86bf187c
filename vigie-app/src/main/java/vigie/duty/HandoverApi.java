package vigie.duty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;
import vigie.words.Words;

/** Handing over, for machines. */
@RestController
@RequestMapping("/api/v1/duty/handovers")
class HandoverApi {
    private static final int LATEST = 100;

    private final Handovers handovers;
    private final HandoverDraft draft;

    HandoverApi(Handovers handovers, HandoverDraft draft) {
        this.handovers = handovers;
        this.draft = draft;
    }

    /** A handover as it is promised to others; {@code acceptedBy} is empty while it waits. */
    record Told(
            long id,
            Instant at,
            String from,
            String text,
            @Nullable Instant accepted,
            String acceptedBy) {}

    /** To whom, by login, and what; an empty login stands for whoever comes. */
    record Given(@Nullable String to, @Nullable String text) {}

    /** What may be handed over, drafted from what is so now. */
    record Draft(String text) {}

    /** The last hundred, the latest first. */
    @May(Right.HANDLE_PROBLEMS)
    @GetMapping
    List<Told> latest(Actor actor) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        return handovers.latest(LATEST).stream().map(HandoverApi::told).toList();
    }

    @May(Right.HANDLE_PROBLEMS)
    @GetMapping("/draft")
    Draft draft(Actor actor) {
        actor.mustBeAllowed(Right.HANDLE_PROBLEMS, 0);
        return new Draft(draft.in(Words.FRENCH));
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping
    Told give(Actor actor, @RequestBody Given given) {
        var id = handovers.give(actor, given.to() == null ? "" : given.to(), given.text() == null ? "" : given.text());
        return one(id);
    }

    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/accept")
    Told accept(Actor actor, @PathVariable long id) {
        handovers.accept(actor, id);
        return one(id);
    }

    private Told one(long id) {
        return handovers.latest(LATEST).stream()
                .filter(handover -> handover.id() == id)
                .findFirst()
                .map(HandoverApi::told)
                .orElseThrow(() -> Refusal.notFound("duty.no-handover", id));
    }

    private static Told told(Handover handover) {
        return new Told(
                handover.id(),
                handover.at(),
                handover.giverName(),
                handover.text(),
                handover.accepted(),
                handover.acceptedBy());
    }
}
