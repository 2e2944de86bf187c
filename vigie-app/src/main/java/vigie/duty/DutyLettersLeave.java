package vigie.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.problem.Problem;
import vigie.problem.ProblemLine;
import vigie.problem.Problems;
import vigie.timekeeper.Timed;
import vigie.words.Words;

/**
 * What became due within a few minutes ({@code vigie.duty.together}) leaves in one letter to each who hears: one person,
 * one letter, however many problems.
 */
@Component
class DutyLettersLeave implements Timed {
    /** So many problems are named in one letter; the others are counted. */
    private static final int NAMED = 50;

    private final ToTellTable table;
    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final Roster roster;
    private final Notifications post;
    private final Duration together;
    private final String url;

    DutyLettersLeave(
            ToTellTable table,
            Problems problems,
            ProblemLine.Lines lines,
            Roster roster,
            Notifications post,
            @Value("${vigie.duty.together:PT5M}") Duration together,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.table = table;
        this.problems = problems;
        this.lines = lines;
        this.roster = roster;
        this.post = post;
        this.together = together;
        this.url = url;
    }

    @Override
    public String name() {
        return "duty.timed.letters";
    }

    @Override
    public Optional<Instant> nextDue() {
        return table.oldest().map(since -> since.plus(together));
    }

    @Override
    @Transactional
    public void play(Instant now) {
        var told = new LinkedHashMap<Hearing, List<String>>();
        for (var one : table.takeAll()) {
            problems.problem(one.problem())
                    .filter(DutyLettersLeave::isStillNews)
                    .ifPresent(problem -> told.computeIfAbsent(addressed(problem), key -> new ArrayList<>())
                            .add(sentence(one.kind(), problem)));
        }
        told.forEach(this::write);
    }

    private static boolean isStillNews(Problem problem) {
        return problem.isOpen() && problem.ticket() == 0 && problem.goodSince() == null;
    }

    /** The same addressees for the same grounds get one letter, whatever the site. */
    private Hearing addressed(Problem problem) {
        var hearing = roster.of(problem.site());
        return new Hearing(hearing.why(), hearing.who(), hearing.addresses(), new vigie.registry.SiteId(0));
    }

    private String sentence(String kind, Problem problem) {
        var line = lines.of(List.of(problem)).getFirst();
        var words = Words.FRENCH;
        return words.say(
                "duty.letter.line." + kind,
                line.site(),
                line.what(words),
                problem.began(),
                url + "/problems/" + problem.id());
    }

    private void write(Hearing hearing, List<String> sentences) {
        if (hearing.addresses().isEmpty()) {
            return;
        }
        var words = Words.FRENCH;
        var text = new StringBuilder(words.say("duty.letter." + hearing.why().name()));
        text.append("\n\n");
        sentences.stream()
                .limit(NAMED)
                .forEach(one -> text.append("- ").append(one).append('\n'));
        if (sentences.size() > NAMED) {
            text.append(words.say("duty.letter.more", sentences.size() - NAMED)).append('\n');
        }
        text.append('\n').append(url).append("/duty\n");
        post.send(new Letter(
                hearing.addresses(), words.count("duty.letter.subject", sentences.size()), text.toString(), ""));
    }
}
