package vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.account.Tokens;
import vigie.people.People;
import vigie.people.Right;

/** What the people of the demonstration had learnt before it begins, each told over the API by the one who knows it. */
@Component
class Knowledge {
    private static final String JSON = "application/json";
    private static final String PATH = "/api/v1/expertise/";

    private final People people;
    private final Tokens tokens;

    Knowledge(People people, Tokens tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /** Tells it once; where somebody has written a runbook already nothing is told. */
    void tell(String base, Api api) {
        if (!api.get(PATH + "runbooks").isEmpty()) {
            return;
        }
        var all = read();
        for (var expert : all.path("experts")) {
            by(base, expert).post(PATH + "experts/me", JSON, expert.path("own").toString());
        }
        for (var lesson : all.path("lessons")) {
            by(base, lesson).post(PATH + "lessons", JSON, lesson.path("lesson").toString());
        }
        for (var book : all.path("runbooks")) {
            by(base, book).post(PATH + "runbooks", JSON, book.path("book").toString());
        }
    }

    private Api by(String base, JsonNode told) {
        var who = people.named(told.path("login").asString("")).orElseThrow();
        return new Api(base, tokens.make(who.person(), "expertise", EnumSet.allOf(Right.class), Duration.ofHours(1)));
    }

    private static JsonNode read() {
        try (var file = Objects.requireNonNull(Knowledge.class.getResourceAsStream("/demo/expertise.json"))) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
