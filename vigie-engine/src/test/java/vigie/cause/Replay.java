package vigie.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays alarms one after the other, as the watch would see them, and keeps which problem each ended in. */
final class Replay {
    static final Instant NINE = Instant.parse("2013-03-19T08:00:00Z");

    private final int hostsAtSite;
    private final List<KnownAlarm> seen = new ArrayList<>();
    private final Map<Long, Cause> problems = new HashMap<>();
    private final Map<Long, Long> problemOf = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    Replay(int hostsAtSite) {
        this.hostsAtSite = hostsAtSite;
    }

    /** Alarms as {@code minute host type metric vo}, the VO and a site {@code @2} being optional, one after a comma. */
    static List<KnownAlarm> read(String alarms) {
        var read = new ArrayList<KnownAlarm>();
        for (var text : alarms.split(";", -1)) {
            var words = Arrays.asList(text.strip().split(" +"));
            var site = words.getLast().startsWith("@")
                    ? Long.parseLong(words.getLast().substring(1))
                    : 1;
            var vo = words.size() > 4 && !words.get(4).startsWith("@") ? words.get(4) : "";
            var service = (words.get(1) + words.get(2)).hashCode() & 0xffffL;
            var since = NINE.plus(Duration.ofMinutes(Long.parseLong(words.get(0))));
            read.add(new KnownAlarm(
                    read.size() + 1, site, service, words.get(1), words.get(2), words.get(3), vo, since));
        }
        return read;
    }

    Replay play(List<KnownAlarm> alarms) {
        alarms.forEach(this::hear);
        return this;
    }

    /** One letter for each alarm in the order of their numbers; those of one problem have the same letter. */
    String partition() {
        var letters = new HashMap<Long, Character>();
        var text = new StringBuilder();
        problemOf.keySet().stream().sorted().forEach(alarm -> {
            var letter = letters.computeIfAbsent(problemOf.get(alarm), fresh -> (char) ('a' + letters.size()));
            text.append(letter.charValue());
        });
        return text.toString();
    }

    Decision last() {
        return decisions.getLast();
    }

    private void hear(KnownAlarm alarm) {
        var sites = new HashMap<Long, Long>();
        seen.forEach(each -> sites.put(problemOf.get(each.id()), each.site()));
        var open = problems.entrySet().stream()
                .map(entry ->
                        new KnownProblem(entry.getKey(), sites.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                .toList();
        var decision = Causes.of(alarm, open, new Neighbours(seen, hostsAtSite));
        decisions.add(decision);
        switch (decision) {
            case Decision.OpensNew(var cause, var reason) -> {
                problems.put(alarm.id(), cause);
                problemOf.put(alarm.id(), alarm.id());
            }
            case Decision.Joins(var problem, var cause, var reason, var absorbs) -> {
                problems.put(problem, cause);
                problemOf.put(alarm.id(), problem);
                absorbs.forEach(problems::remove);
                problemOf.replaceAll((each, its) -> absorbs.contains(its) ? problem : its);
            }
        }
        seen.add(alarm);
    }
}
