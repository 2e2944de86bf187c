package vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vigie.registry.Service;
import vigie.registry.ServiceId;
import vigie.registry.SiteId;

class ResultReaderTest {
    private static final Instant NOW = Instant.parse("2013-03-19T08:00:00Z");
    private static final Keeping KEEPING =
            new Keeping(Duration.ofDays(90), Duration.ofHours(2), Duration.ofMinutes(10), 20, 30);
    private static final Places.Directory PLACES = new Places.Directory(
            1,
            List.of(new Service(
                    new ServiceId(1), new SiteId(1), "GRIF", "ce.example.org", "HTCondorCE", 9619, "", true, true)));
    private static final String GOOD = """
            {"timestamp":"2013-03-19T07:59:00Z","service":"HTCondorCE","hostname":"ce.example.org","metric":"job",\
            "status":"OK","summary":"été \\u00e9","tags":{"voname":"ops","more":{"deep":[1,2]}},"other":[{"a":1}]}""";

    @Property(tries = 500)
    void whatever_comes_is_read_or_refused_in_words(@ForAll byte[] body) throws IOException {
        read(body);
    }

    @Property(tries = 1000)
    void a_good_body_with_a_byte_changed_is_read_or_refused_in_words(
            @ForAll @IntRange(max = 2000) int place, @ForAll byte other) throws IOException {
        var body = ("[" + GOOD + ",\n" + GOOD + "]").getBytes(StandardCharsets.UTF_8);
        body[place % body.length] = other;
        read(body);
    }

    @Property(tries = 300)
    void a_body_that_is_cut_counts_for_nothing(@ForAll @IntRange(max = 2000) int length) {
        var body = ("[" + GOOD + "," + GOOD + "]").getBytes(StandardCharsets.UTF_8);
        var cut = java.util.Arrays.copyOf(body, length % body.length);
        var reader = new ResultReader(PLACES, KEEPING, java.util.Map.of(), NOW);
        try {
            reader.array(new ByteArrayInputStream(cut));
            throw new AssertionError("taken: " + new String(cut, StandardCharsets.UTF_8));
        } catch (BodyIsMalformed malformed) {
            assertThat(malformed.line).isPositive();
            assertThat(malformed.column).isPositive();
        }
    }

    @Property(tries = 200)
    void of_lines_the_good_ones_count_and_the_others_are_told_by_their_number(
            @ForAll @Size(max = 40) List<Boolean> lines) throws IOException {
        var body = new StringBuilder();
        lines.forEach(good -> body.append(good ? GOOD : "{\"timestamp\":").append('\n'));
        var reader = new ResultReader(PLACES, KEEPING, java.util.Map.of(), NOW);
        reader.lines(new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(reader.results)
                .hasSize((int) lines.stream().filter(good -> good).count());
        assertThat(reader.rows.stream().map(Report.Row::line))
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, lines.size())
                        .filter(i -> !lines.get(i))
                        .mapToObj(i -> i + 1)
                        .toList());
    }

    @Property(tries = 200)
    void every_whole_second_is_read_as_the_library_reads_it(@ForAll @IntRange(min = 0) int seconds) {
        var moment = Instant.ofEpochSecond(seconds);
        assertThat(Row.moment(moment.toString())).isEqualTo(moment);
    }

    private static void read(byte[] body) throws IOException {
        try {
            new ResultReader(PLACES, KEEPING, java.util.Map.of(), NOW).array(new ByteArrayInputStream(body));
        } catch (BodyIsMalformed malformed) {
            assertThat(malformed.getMessage()).contains("line").contains("expected");
        }
        new ResultReader(PLACES, KEEPING, java.util.Map.of(), NOW).lines(new ByteArrayInputStream(body));
    }
}
