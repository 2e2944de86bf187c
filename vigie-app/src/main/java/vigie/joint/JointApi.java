package vigie.joint;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.registry.Federation;
import vigie.registry.Site;
import vigie.words.Refusal;
import vigie.words.Words;

/** What people wrote, proposed or joined to problems, for machines. */
@RestController
@RequestMapping("/api/v1/joints")
class JointApi {
    private static final int MOST = 1000;

    private final Joints joints;
    private final JointTable table;
    private final JointSentences sentences;
    private final JointPolicies policies;
    private final Federation federation;

    JointApi(Joints joints, JointTable table, JointSentences sentences, JointPolicies policies, Federation federation) {
        this.joints = joints;
        this.table = table;
        this.sentences = sentences;
        this.policies = policies;
        this.federation = federation;
    }

    /** A joint as it is promised to others. */
    record Told(
            long id,
            Kind kind,
            long number,
            long problem,
            String site,
            Standing state,
            String because,
            boolean follows,
            Instant proposed,
            @Nullable Instant decided,
            String who,
            String why) {}

    /** How it stood, for who wants to decide anew on what was decided; and why. */
    record Word(@Nullable String was, @Nullable String reason) {}

    /** What is joined though it was not proposed. */
    record ByHand(
            @Nullable Long problem,
            @Nullable Kind kind,
            @Nullable Long number,
            @Nullable String reason) {}

    /** Whether what is certain is joined by itself, and why. */
    record Policy(@Nullable Boolean byItself, @Nullable String reason) {}

    /** Those that stand so, the newest first, at most a thousand. */
    @May(Right.READ)
    @GetMapping
    List<Told> list(
            @RequestParam(defaultValue = "PROPOSED") String state,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "0") long problem) {
        var number = site.isEmpty()
                ? 0
                : federation
                        .siteNamed(site)
                        .map(known -> known.id().value())
                        .orElseThrow(() -> Refusal.notFound("joint.site-unknown", site));
        return table.standing(standing(state), number, problem, MOST).stream()
                .map(this::told)
                .toList();
    }

    @May(Right.READ)
    @GetMapping("/{id}")
    Told one(@PathVariable long id) {
        return told(table.find(id).orElseThrow(() -> Refusal.notFound("joint.unknown", id)));
    }

    /** Joins a ticket or a call of which nothing was proposed. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping
    Told byHand(Actor actor, @RequestBody ByHand wanted) {
        if (wanted.problem() == null) {
            throw Refusal.unreadable("problem", "problem.unknown", "");
        }
        if (wanted.number() == null) {
            throw Refusal.unreadable("number", "ticket.unknown", "");
        }
        var kind = wanted.kind() == null ? Kind.TICKET : wanted.kind();
        return one(joints.joinByHand(actor, wanted.problem(), kind, wanted.number(), said(wanted.reason())));
    }

    /** They are of one cause; said again it changes nothing. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/join")
    Told join(Actor actor, @PathVariable long id, @RequestBody(required = false) @Nullable Word word) {
        var was = word == null || word.was() == null ? Standing.PROPOSED : standing(word.was());
        joints.join(actor, id, was, said(word));
        return one(id);
    }

    /** They are not; it is not proposed again. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/refuse")
    Told refuse(Actor actor, @PathVariable long id, @RequestBody(required = false) @Nullable Word word) {
        joints.refuse(actor, id, said(word));
        return one(id);
    }

    /** They were joined wrongly; the reason is wanted. */
    @May(Right.HANDLE_PROBLEMS)
    @PostMapping("/{id}/undo")
    Told undo(Actor actor, @PathVariable long id, @RequestBody(required = false) @Nullable Word word) {
        joints.undo(actor, id, said(word));
        return one(id);
    }

    /** The NGIs in which what is certain is joined by itself. */
    @May(Right.READ)
    @GetMapping("/policies")
    List<String> allowing() {
        return policies.allowing();
    }

    @May(Right.EDIT_FEDERATION)
    @PutMapping("/policies/{ngi}")
    List<String> decide(Actor actor, @PathVariable String ngi, @RequestBody Policy wanted) {
        if (wanted.byItself() == null) {
            throw Refusal.unreadable("byItself", "joint.by-itself", "");
        }
        policies.decide(actor, ngi, wanted.byItself(), said(wanted.reason()));
        return policies.allowing();
    }

    private Told told(Joint joint) {
        return new Told(
                joint.id(),
                joint.kind(),
                joint.number(),
                joint.problem(),
                federation.site(joint.site()).map(Site::name).orElse("?"),
                joint.standing(),
                sentences.of(joint, Words.ENGLISH),
                joint.follows(),
                joint.proposed(),
                joint.decided(),
                joint.who(),
                joint.why());
    }

    private static Standing standing(String name) {
        return Arrays.stream(Standing.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.unreadable("state", "joint.state", name, Arrays.toString(Standing.values())));
    }

    private static String said(@Nullable Word word) {
        return word == null ? "" : said(word.reason());
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
