package vigie.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.mail.Letter;
import vigie.mail.Notifications;
import vigie.mail.Tongues;
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

    private static final int IN_SUBJECT = 3;

    private final ToTellTable table;
    private final Problems problems;
    private final ProblemLine.Lines lines;
    private final Roster roster;
    private final Notifications post;
    private final Tongues tongues;
    private final Duration together;
    private final String url;

    DutyLettersLeave(
            ToTellTable table,
            Problems problems,
            ProblemLine.Lines lines,
            Roster roster,
            Notifications post,
            Tongues tongues,
            @Value("${vigie.duty.together:PT5M}") Duration together,
            @Value("${vigie.url:http://localhost:8080}") String url) {
        this.table = table;
        this.problems = problems;
        this.lines = lines;
        this.roster = roster;
        this.post = post;
        this.tongues = tongues;
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
        var told = new LinkedHashMap<Hearing, List<News>>();
        for (var one : table.takeAll()) {
            problems.problem(one.problem())
                    .filter(DutyLettersLeave::isStillNews)
                    .ifPresent(problem -> told.computeIfAbsent(addressed(problem), key -> new ArrayList<>())
                            .add(new News(one.kind(), problem)));
        }
        told.forEach(this::write);
    }

    private record News(String kind, Problem problem) {}

    private static boolean isStillNews(Problem problem) {
        return problem.isOpen() && problem.ticket() == 0 && problem.goodSince() == null;
    }

    /** The same addressees for the same grounds get one letter, whatever the site. */
    private Hearing addressed(Problem problem) {
        var hearing = roster.of(problem.site());
        return new Hearing(hearing.why(), hearing.who(), hearing.addresses(), new vigie.registry.SiteId(0));
    }

    private String sentence(News news, Words words) {
        var line = lines.of(List.of(news.problem())).getFirst();
        return words.say(
                "duty.letter.line." + news.kind(),
                line.site(),
                line.what(words),
                news.problem().began(),
                url + "/problems/" + news.problem().id());
    }

    /** One letter to all who read the same language. */
    private void write(Hearing hearing, List<News> news) {
        tongues.apart(hearing.addresses()).forEach((words, addresses) -> write(hearing, addresses, news, words));
    }

    private void write(Hearing hearing, List<String> addresses, List<News> news, Words words) {
        var text = new StringBuilder(words.say("duty.letter." + hearing.why().name()));
        text.append("\n\n");
        news.stream()
                .limit(NAMED)
                .forEach(one -> text.append("- ").append(sentence(one, words)).append('\n'));
        if (news.size() > NAMED) {
            text.append(words.say("duty.letter.more", news.size() - NAMED)).append('\n');
        }
        text.append('\n').append(url).append("/duty\n");
        post.send(new Letter(addresses, subject(news, words), text.toString(), ""));
    }

    /** Tells the sites, so that letters are told apart in a mailbox. */
    private String subject(List<News> news, Words words) {
        var sites = lines.of(news.stream().limit(NAMED).map(News::problem).toList()).stream()
                .map(ProblemLine::site)
                .distinct()
                .toList();
        return words.say(
                "duty.letter.subject.at",
                words.count("duty.letter.subject", news.size()),
                sites.stream().limit(IN_SUBJECT).collect(Collectors.joining(", "))
                        + (sites.size() > IN_SUBJECT ? ", …" : ""));
    }
}
