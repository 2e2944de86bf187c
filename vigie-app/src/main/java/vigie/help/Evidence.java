package vigie.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.alarm.AlarmLine;
import vigie.alarm.Alarms;
import vigie.journal.Deed;
import vigie.journal.Journal;
import vigie.monitor.MetricKey;
import vigie.monitor.MetricState;
import vigie.monitor.Statuses;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;
import vigie.registry.Downtime;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.time.Interval;
import vigie.words.Words;

/**
 * Draws the evidence of a case from what the house knows: what fails and since when, when it was last good, what changed
 * around then, which versions run, what the checks said, and where else the same fails. A problem that is hard to tell is
 * one that nobody on a list answers.
 */
@Component
class Evidence {
    private static final Duration BEFORE = Duration.ofDays(2);
    private static final int MOST_ALARMS = 200;
    private static final int CHECKS = 12;
    private static final int OUTPUTS = 4;
    private static final int CHANGES = 15;
    private static final int ELSEWHERE = 10;
    private static final int LONGEST_OUTPUT = 1200;
    private static final int LONGEST_LINE = 300;

    private final Statuses statuses;
    private final Alarms alarms;
    private final AlarmLine.Lines alarmLines;
    private final Problems problems;
    private final ProblemLine.Lines problemLines;
    private final Federation federation;
    private final Journal journal;
    private final Restricted restricted;
    private final SolvedBefore solved;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Evidence(
            Statuses statuses,
            Alarms alarms,
            AlarmLine.Lines alarmLines,
            Problems problems,
            ProblemLine.Lines problemLines,
            Federation federation,
            Journal journal,
            Restricted restricted,
            SolvedBefore solved,
            Clock clock) {
        this.statuses = statuses;
        this.alarms = alarms;
        this.alarmLines = alarmLines;
        this.problems = problems;
        this.problemLines = problemLines;
        this.federation = federation;
        this.journal = journal;
        this.restricted = restricted;
        this.solved = solved;
        this.clock = clock;
    }

    /** The evidence of a matter, in the words of a language; nothing in it is restricted. */
    Pack of(Matter matter, Words words) {
        var now = clock.instant();
        var failing = failing(matter);
        var since = failing.stream().map(one -> one.state().since()).min(Comparator.naturalOrder());
        var began = matter.problem() == null
                ? since
                : java.util.Optional.of(matter.problem().began());
        var good = failing.stream()
                .flatMap(one -> statuses.lastGood(one.key()).stream())
                .max(Comparator.naturalOrder());
        var lines = new ArrayList<String>();
        lines.add(words.say("help.pack.what", what(matter, words)));
        lines.add(
                words.say("help.pack.site", matter.site().name(), matter.site().ngi()));
        lines.add(words.say("help.pack.since", began.map(words::moment).orElse(words.say("help.pack.unknown"))));
        lines.add(words.say("help.pack.last-good", good.map(words::moment).orElse(words.say("help.pack.unknown"))));
        part(lines, words.say("help.pack.checks"), checks(failing, words));
        part(lines, words.say("help.pack.outputs"), outputs(failing, now));
        var around = new Interval(good.or(() -> began).orElse(now).minus(BEFORE), now.plusSeconds(1));
        part(lines, words.say("help.pack.changes"), changes(matter, around, words));
        part(lines, words.say("help.pack.downtimes"), downtimes(matter, around, words));
        part(lines, words.say("help.pack.versions"), versions(matter, failing));
        part(lines, words.say("help.pack.elsewhere"), elsewhere(matter, failing, words));
        part(lines, words.say("help.pack.solved"), solved.like(failing, words));
        return new Pack(
                shortened(restricted.cleared("%s: %s".formatted(matter.site().name(), what(matter, words))), 200),
                restricted.cleared(String.join("\n", lines)));
    }

    private String what(Matter matter, Words words) {
        var problem = matter.problem();
        if (problem != null) {
            return problemLines.of(List.of(problem)).getFirst().what(words);
        }
        var service = matter.service();
        return service != null ? service.name() : words.say("help.pack.whole-site");
    }

    /** The checks of the matter that are bad, those of security left out. */
    private List<MetricState> failing(Matter matter) {
        List<MetricState> all;
        if (matter.problem() != null) {
            all = alarms
                    .all(problems.alarmsOf(matter.problem().id()).stream()
                            .limit(MOST_ALARMS)
                            .toList())
                    .stream()
                    .map(alarm -> new MetricKey(alarm.service(), alarm.metric(), alarm.vo()))
                    .distinct()
                    .flatMap(key -> statuses.of(key).stream())
                    .toList();
        } else {
            all = matter.service() != null
                    ? statuses.ofService(matter.service().id())
                    : statuses.ofSite(matter.site().id());
        }
        return all.stream()
                .filter(one -> !restricted.isSecret(one.key().metric()))
                .filter(one -> matter.problem() != null || !one.state().hard().isUp())
                .limit(CHECKS)
                .toList();
    }

    private List<String> checks(List<MetricState> failing, Words words) {
        return failing.stream()
                .map(one -> "%s %s%s: %s, %s"
                        .formatted(
                                name(one.key().service()),
                                one.key().metric(),
                                one.key().vo().isEmpty() ? "" : " (" + one.key().vo() + ")",
                                words.word("page.status", one.state().hard()),
                                shortened(one.summary(), LONGEST_LINE)))
                .toList();
    }

    private List<String> outputs(List<MetricState> failing, Instant now) {
        var lines = new ArrayList<String>();
        for (var one : failing.stream().limit(OUTPUTS).toList()) {
            statuses.newest(one.key(), now.plusSeconds(1)).ifPresent(told -> {
                lines.add("%s %s, %s:"
                        .formatted(name(one.key().service()), one.key().metric(), told.at()));
                var said = String.join("\n", told.summary(), told.message(), told.data())
                        .strip();
                shortened(said, LONGEST_OUTPUT)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> lines.add("    " + shortened(line, LONGEST_LINE)));
            });
        }
        return lines;
    }

    /** What the registry says was changed; who is a contact is nobody's business here. */
    private List<String> changes(Matter matter, Interval around, Words words) {
        return journal.about("site:" + matter.site().id()).stream()
                .filter(deed -> around.contains(deed.at()))
                .filter(deed -> deed.deed().matches("registry\\.deed\\.(site|service|downtime|vo)-.*"))
                .limit(CHANGES)
                .map(deed -> "%s: %s: %s%s"
                        .formatted(
                                words.moment(deed.at()),
                                words.say(deed.deed()),
                                told(words, deed.before()),
                                deed.after().isEmpty() ? "" : " → " + told(words, deed.after())))
                .toList();
    }

    private static String told(Words words, String kept) {
        return shortened(Deed.said(words, kept).replaceAll("\\s+", " "), LONGEST_LINE);
    }

    private List<String> downtimes(Matter matter, Interval around, Words words) {
        return federation.downtimes(around).stream()
                .filter(downtime -> downtime.site().equals(matter.site().id()))
                .filter(downtime -> matter.service() == null
                        || downtime.services().contains(matter.service().id()))
                .sorted(Comparator.comparing(
                        (Downtime downtime) -> downtime.during().start()))
                .limit(CHANGES)
                .map(downtime -> "%s, %s - %s: %s"
                        .formatted(
                                downtime.severity(),
                                words.moment(downtime.during().start()),
                                words.moment(downtime.during().end()),
                                shortened(downtime.description(), LONGEST_LINE)))
                .toList();
    }

    private List<String> versions(Matter matter, List<MetricState> failing) {
        var services =
                failing.stream().map(one -> one.key().service()).distinct().collect(Collectors.toList());
        if (matter.service() != null && !services.contains(matter.service().id())) {
            services.add(matter.service().id());
        }
        var lines = new ArrayList<String>();
        for (var service : services) {
            federation.propertiesOf(service).stream()
                    .filter(property -> property.toLowerCase(Locale.ROOT)
                            .matches("[^=]*(version|release|implementation|middleware|product|os)[^=]*=.*"))
                    .forEach(property -> lines.add(name(service) + ": " + shortened(property, LONGEST_LINE)));
        }
        return lines;
    }

    /** The other sites at which one of the same checks has an open alarm, with how many. */
    private List<String> elsewhere(Matter matter, List<MetricState> failing, Words words) {
        var metrics = failing.stream().map(one -> one.key().metric()).collect(Collectors.toSet());
        if (metrics.isEmpty()) {
            return List.of();
        }
        var others = alarms.open().stream()
                .filter(alarm -> metrics.contains(alarm.metric())
                        && !alarm.site().equals(matter.site().id()))
                .toList();
        var bySite = new LinkedHashMap<String, List<AlarmLine>>();
        alarmLines
                .of(others.stream().limit(500).toList())
                .forEach(line -> bySite.computeIfAbsent(line.site(), none -> new ArrayList<>())
                        .add(line));
        if (bySite.isEmpty()) {
            return List.of(words.say("help.pack.nowhere"));
        }
        return bySite.entrySet().stream()
                .limit(ELSEWHERE)
                .map(site -> words.say(
                        "help.pack.at",
                        site.getKey(),
                        site.getValue().stream()
                                .map(line -> line.alarm().metric())
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining(", ")),
                        shortened(site.getValue().getFirst().alarm().summary(), LONGEST_LINE)))
                .toList();
    }

    private String name(ServiceId id) {
        return federation.service(id).map(Service::name).orElse("?");
    }

    private static void part(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> lines.add(line.startsWith("    ") ? line : "- " + line));
        }
    }

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " …";
    }
}
