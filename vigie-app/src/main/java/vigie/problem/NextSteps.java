package vigie.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.registry.Federation;
import vigie.time.Interval;

/** The next step about problems, as they stand. */
@Component
public class NextSteps {
    /** How far back announced downtimes are looked through for those that follow each other. */
    private static final Duration BACK = Duration.ofDays(120);

    private final MemberTable members;
    private final Alarms alarms;
    private final Federation federation;
    private final FollowedTable followed;
    private final List<Reported> reported;

    NextSteps(
            MemberTable members,
            Alarms alarms,
            Federation federation,
            FollowedTable followed,
            List<Reported> reported) {
        this.members = members;
        this.alarms = alarms;
        this.federation = federation;
        this.followed = followed;
        this.reported = reported;
    }

    /** Those of these problems of which a person is asked whether something written elsewhere is of their cause. */
    public Set<Long> asked(List<Problem> problems) {
        var numbers = problems.stream().map(Problem::id).toList();
        return reported.stream()
                .flatMap(room -> room.unanswered(numbers).stream())
                .collect(Collectors.toSet());
    }

    /** The next step about each of these problems, by number. */
    public Map<Long, NextStep> of(List<Problem> problems, Instant now) {
        var steps = new HashMap<Long, NextStep>();
        if (problems.isEmpty()) {
            return steps;
        }
        var downtimes = federation.downtimes(new Interval(now.minus(BACK), now.plusSeconds(1)));
        var open = open(problems);
        var asked = asked(problems);
        var theirs = followed.theirs(problems.stream().map(Problem::id).toList());
        for (var problem : problems) {
            var its = open.getOrDefault(problem.id(), List.of());
            var stretch = problem.held() == null
                    ? Stretch.NONE
                    : its.stream()
                            .map(alarm -> Stretch.of(alarm.service(), downtimes, now))
                            .max(Comparator.comparing(Stretch::length))
                            .orElse(Stretch.NONE);
            var id = problem.id();
            var situation = situation(problem, its, stretch, now, theirs.contains(id), asked.contains(id));
            steps.put(id, NextStep.of(situation));
        }
        return steps;
    }

    private static NextStep.Situation situation(
            Problem problem, List<Alarm> open, Stretch stretch, Instant now, boolean theirs, boolean asked) {
        return new NextStep.Situation(
                problem.stage(),
                problem.goodSince() != null,
                problem.held() != null,
                problem.ticket() != 0,
                open.stream().anyMatch(Alarm::flapping),
                problem.cause().speaksOfTheSite(),
                stretch.length(),
                stretch.pieces(),
                !now.isBefore(problem.overdue()),
                theirs,
                asked);
    }

    private Map<Long, List<Alarm>> open(List<Problem> problems) {
        var byId = new HashMap<Long, Alarm>();
        var held = members.openOf(problems.stream().map(Problem::id).toList());
        alarms.all(held.stream().map(MemberTable.Member::alarm).toList()).forEach(alarm -> byId.put(alarm.id(), alarm));
        var open = new HashMap<Long, List<Alarm>>();
        for (var member : held) {
            var alarm = byId.get(member.alarm());
            if (alarm != null) {
                open.computeIfAbsent(member.problem(), id -> new java.util.ArrayList<>())
                        .add(alarm);
            }
        }
        return open;
    }
}
