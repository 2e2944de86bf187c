package vigie.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vigie.agenda.AgendaLine;
import vigie.agenda.Waiting;
import vigie.people.Actor;
import vigie.people.Right;

/** Sources that cannot be read, or that wait for somebody to say yes. */
@Component
class SourcesWait implements Waiting {
    private final SourceTable sources;
    private final RunTable runs;

    SourcesWait(SourceTable sources, RunTable runs) {
        this.sources = sources;
        this.runs = runs;
    }

    @Override
    public String key() {
        return "source.waiting";
    }

    @Override
    public int place() {
        return 800;
    }

    @Override
    public String list() {
        return "/sources";
    }

    @Override
    public List<AgendaLine> lines(Actor who, Instant now) {
        return who.may(Right.MANAGE_SOURCES)
                ? sources.all().stream()
                        .flatMap(source -> runs.last(source.id()).flatMap(run -> line(source, run)).stream())
                        .toList()
                : List.of();
    }

    private static Optional<AgendaLine> line(Source source, Run run) {
        var link = "/sources/" + source.id() + "/runs/" + run.id();
        return Stream.of(run.outcome())
                .flatMap(outcome -> switch (outcome) {
                    case HELD -> Stream.of(AgendaLine.of(link, "source.waiting.held", source.name(), run.began()));
                    case FAILED -> Stream.of(AgendaLine.of(link, "source.waiting.failed", source.name(), run.began()));
                    default -> Stream.<AgendaLine>empty();
                })
                .findFirst();
    }
}
