package vigie.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import vigie.words.Refusal;

/** Reads a batch row by row, without ever holding more of the body than a row; for one batch and one thread. */
final class ResultReader {
    /** The most rows of a batch. */
    static final int MOST = 50_000;

    private static final int LONGEST_LINE = 1 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(LONGEST_LINE)
                    .maxDocumentLength(Body.LONGEST)
                    .build())
            .build();

    private final Places.Directory places;
    private final Keeping keeping;
    private final Map<Pace.Of, Pace> paces;
    private final Instant now;
    final List<Result> results = new ArrayList<>();
    final List<Report.Row> rows = new ArrayList<>();
    int refused;

    ResultReader(Places.Directory places, Keeping keeping, Map<Pace.Of, Pace> paces, Instant now) {
        this.places = places;
        this.keeping = keeping;
        this.paces = paces;
        this.now = now;
    }

    /** Reads an array of records, or one record alone. A body that is no JSON counts for nothing. */
    void array(InputStream body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                row(parser, line(parser));
            } else if (first == JsonToken.START_ARRAY) {
                for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    if (token == null) {
                        throw unexpected(parser, "monitor.found.end");
                    }
                    row(parser, line(parser));
                }
            } else {
                throw unexpected(parser, "monitor.found.no-array");
            }
            if (parser.nextToken() != null) {
                throw unexpected(parser, "monitor.found.more");
            }
        } catch (StreamReadException malformed) {
            throw BodyIsMalformed.of(malformed, malformed.getOriginalMessage());
        } catch (StreamConstraintsException excessive) {
            throw BodyIsMalformed.of(excessive, excessive.getOriginalMessage());
        }
    }

    /** Reads a record from each line; a line that is none is refused, and the others count. */
    void lines(InputStream body) throws IOException {
        var buffer = new byte[65_536];
        var open = new ByteArrayOutputStream(1024);
        var number = 1;
        for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            var from = 0;
            for (var i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    if (open.size() == 0) {
                        line(buffer, from, i - from, number);
                    } else {
                        open.write(buffer, from, i - from);
                        line(open.toByteArray(), 0, open.size(), number);
                        open.reset();
                    }
                    number++;
                    from = i + 1;
                }
            }
            open.write(buffer, from, count - from);
        }
        line(open.toByteArray(), 0, open.size(), number);
    }

    private void line(byte[] bytes, int from, int length, int number) {
        if (isBlank(bytes, from, length)) {
            return;
        }
        var row = new Row(number);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                row.refuse("", text(bytes, from, length), "monitor.expected.object");
            } else {
                fields(parser, row);
                if (parser.nextToken() != null) {
                    row.refuse("", text(bytes, from, length), "monitor.expected.one");
                }
            }
        } catch (JacksonException malformed) {
            row.refuse("", text(bytes, from, length), "monitor.expected.json", malformed.getOriginalMessage());
        }
        conclude(row);
    }

    private void row(JsonParser parser, int line) {
        var row = new Row(line);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fields(parser, row);
        } else {
            row.refuse("", String.valueOf(parser.currentToken()), "monitor.expected.object");
            parser.skipChildren();
        }
        conclude(row);
    }

    private static void fields(JsonParser parser, Row row) {
        for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            var field = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> row.take(field, parser.getString());
                case VALUE_NULL -> {}
                case START_OBJECT -> {
                    if (field.equals("tags")) {
                        tags(parser, row);
                    } else {
                        notText(parser, row, field);
                    }
                }
                default -> notText(parser, row, field);
            }
        }
    }

    private static void tags(JsonParser parser, Row row) {
        for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            var name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> row.tag(name, parser.getString());
                default -> parser.skipChildren();
            }
        }
    }

    private static void notText(JsonParser parser, Row row, String field) {
        if (Row.FIELDS.contains(field)) {
            row.refuse(field, String.valueOf(parser.currentToken()), "monitor.expected.text");
        }
        parser.skipChildren();
    }

    private void conclude(Row row) {
        row.result(places, keeping, paces, now).ifPresent(results::add);
        row.fault().ifPresent(fault -> {
            refused++;
            if (rows.size() < Report.TOLD) {
                rows.add(fault);
            }
        });
        if (results.size() + refused > MOST) {
            throw Refusal.unreadable("", "monitor.too-many", MOST);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static BodyIsMalformed unexpected(JsonParser parser, String key) {
        var at = parser.currentLocation();
        return new BodyIsMalformed(at.getLineNr(), at.getColumnNr(), vigie.words.Words.ENGLISH.say(key));
    }

    private static boolean isBlank(byte[] bytes, int from, int length) {
        for (var i = from; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, 300), StandardCharsets.UTF_8);
    }
}
