package vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The meeting of 19 February 2013, told over the API as its secretary would have: who was there, what was said, what was
 * decided. What was not done by then is still under way at the meeting of March.
 */
final class February {
    /** 14:00 in Paris. */
    static final Instant BEGINS = Instant.parse("2013-02-19T13:00:00Z");

    /** When its minutes are closed. */
    static final Instant ENDS = BEGINS.plus(Duration.ofHours(2));

    private static final String JSON = "application/json";

    private February() {}

    /** The meeting begins: what the rooms say is kept, and the minutes are written. What is there already is passed over. */
    static void hold(Api api) {
        var meeting = "/api/v1/meetings/" + number(api);
        var there = api.get(meeting);
        if (state(there).equals("CLOSED")) {
            return;
        }
        if (state(there).equals("PLANNED")) {
            api.post(meeting + "/freeze", JSON, "");
        }
        var minutes = minutes();
        for (var part : new String[] {"attendance", "topics", "actions"}) {
            for (var entry : minutes.path(part)) {
                var name = entry.values().iterator().next();
                if (part.equals("topics")) {
                    name = entry.path("title");
                }
                if (!there.toString().contains(name.toString())) {
                    api.post(meeting + "/" + part, JSON, entry.toString());
                }
            }
        }
    }

    /** The meeting is over; its actions go on. */
    static void close(Api api) {
        var meeting = "/api/v1/meetings/" + number(api);
        if (state(api.get(meeting)).equals("FROZEN")) {
            api.post(meeting + "/close", JSON, "");
        }
    }

    private static String state(JsonNode whole) {
        return whole.path("meeting").path("state").asString("");
    }

    private static long number(Api api) {
        for (var meeting : api.get("/api/v1/meetings")) {
            if (meeting.path("begins").asString("").equals(BEGINS.toString())) {
                return meeting.path("id").asLong();
            }
        }
        throw new IllegalStateException(
                "no meeting begins at %s (expected: the one that was planned)".formatted(BEGINS));
    }

    private static JsonNode minutes() {
        try (var file = Objects.requireNonNull(February.class.getResourceAsStream("/demo/february.json"))) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
