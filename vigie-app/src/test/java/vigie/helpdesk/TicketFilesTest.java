package vigie.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.words.Refusal;

/** Files of tickets as helpdesks write them, and as they come when something went wrong. */
class TicketFilesTest {
    private static final Instant NOW = Instant.parse("2013-03-19T08:00:00Z");
    private static final String CSV = """
            ticket_id;affected_site;subject;status;priority;type_of_problem;date_of_creation;date_of_solution;solution
            91473;IN2P3-LAPP;SRM put fails;solved;very urgent;Storage Systems;2013-02-01 09:00;2013-02-03 10:00:00;Pool restarted
            91474;;"A ""quoted"" one;
            on two lines";in progress;less urgent;Other;2013-02-02T09:00:00Z;;
            """;
    private static final String XML = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <tickets>
              <ticket>
                <GHD_Request-ID>91473</GHD_Request-ID><GHD_Affected_Site>IN2P3-LAPP</GHD_Affected_Site>
                <GHD_Subject>Arrêt du SRM &amp; du reste</GHD_Subject><GHD_Status>verified</GHD_Status>
                <GHD_Create_Date>1359709200</GHD_Create_Date>
                <GHD_Public_Diary><entry>one</entry><entry>two</entry></GHD_Public_Diary>
              </ticket>
              <ticket id="91474"><subject>BDII</subject><created>2013-02-02</created></ticket>
            </tickets>
            """;

    @Test
    void a_table_is_read_row_by_row_with_the_line_at_which_each_begins() {
        var rows = csv(CSV);
        assertThat(rows).extracting(Line::number).containsExactly(2, 3);
        var first = Telling.of(rows.getFirst(), NOW);
        assertThat(first.foreignId()).isEqualTo("91473");
        assertThat(first.site()).isEqualTo("IN2P3-LAPP");
        assertThat(first.state()).isEqualTo(State.SOLVED);
        assertThat(first.priority()).isEqualTo(Priority.VERY_URGENT);
        assertThat(first.service()).isEqualTo("Storage Systems");
        assertThat(first.opened()).isEqualTo("2013-02-01T09:00:00Z");
        assertThat(first.ended()).isEqualTo("2013-02-03T10:00:00Z");
        assertThat(Telling.of(rows.get(1), NOW).subject()).isEqualTo("A \"quoted\" one; on two lines");
    }

    @Test
    void xml_of_ggus_is_read_in_its_own_encoding_under_both_of_its_namings() {
        var rows = xml(XML.getBytes(StandardCharsets.ISO_8859_1));
        var first = Telling.of(rows.getFirst(), NOW);
        assertThat(first.foreignId()).isEqualTo("91473");
        assertThat(first.subject()).isEqualTo("Arrêt du SRM & du reste");
        assertThat(first.state()).isEqualTo(State.VERIFIED);
        assertThat(first.opened()).isEqualTo("2013-02-01T09:00:00Z");
        assertThat(rows.getFirst().number()).isEqualTo(3);
        assertThat(rows.getFirst().values().get("public_diary")).contains("one").contains("two");
        assertThat(Telling.of(rows.get(1), NOW).foreignId()).isEqualTo("91474");
    }

    @ParameterizedTest
    @CsvSource({
        "2013-03-01T10:00:00+01:00, 2013-03-01T09:00:00Z",
        "2013-03-01 10:00:00 UTC,   2013-03-01T10:00:00Z",
        "2013-03-01 10:00,          2013-03-01T10:00:00Z",
        "01/03/2013 10:00,          2013-03-01T10:00:00Z",
        "01-03-2013 10:00:30,       2013-03-01T10:00:30Z",
        "2013-03-01,                2013-03-01T00:00:00Z",
        "1362132000,                2013-03-01T10:00:00Z"
    })
    void moments_are_read_as_they_are_written(String written, String moment) {
        assertThat(Moments.read(written)).contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2013-02-30 10:00", "31/31/2013 10:00", "+99999-01-01T00:00:00Z", "99999999999"})
    void what_is_no_moment_is_none(String written) {
        assertThat(Moments.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|x|bogus|urgent|2013-02-01||state|bogus",
                "1|x|new|at once|2013-02-01||priority|at once",
                "1|x|new|urgent|yesterday||opened|yesterday",
                "1|x|new|urgent|2099-01-01||opened|2099-01-01",
                "1|x|solved|urgent|2013-02-02|2013-02-01|ended|2013-02-01T00:00:00Z",
                "''|x|new|urgent|2013-02-01||id|''",
                "1|''|new|urgent|2013-02-01||subject|''"
            })
    void a_row_that_cannot_be_taken_says_the_field_and_the_value(
            String id,
            String subject,
            String state,
            String priority,
            String opened,
            String closed,
            String field,
            String value) {
        var rows = csv("id,subject,state,priority,opened,closed\n%s,%s,%s,%s,%s,%s,\n"
                .formatted(id, subject, state, priority, opened, closed == null ? "" : closed)
                .replaceFirst(",\n$", "\n"));
        try {
            Telling.of(rows.getFirst(), NOW);
            throw new AssertionError("was taken");
        } catch (LineRefused no) {
            var refused = no.of(rows.getFirst(), id);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.expected()).startsWith("helpdesk.expected.");
            assertThat(refused.raw()).contains(opened);
        }
    }

    @Test
    void names_of_persons_are_veiled() {
        var rows = csv(
                "id,subject,opened,description\n1,Mail of luc@example.org,2013-02-01,/O=GRID-FR/CN=Luc Untel fails\n");
        var past = Telling.of(rows.getFirst(), NOW);
        assertThat(past.subject()).isEqualTo("Mail of …@…");
        assertThat(past.text()).doesNotContain("Luc");
    }

    @Test
    void a_document_that_defines_entities_is_refused_before_any_of_them_is_read() {
        var bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <tickets><ticket><id>1</id><subject>&d;</subject></ticket></tickets>
                """;
        var thief = """
                <!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <tickets><ticket><id>1</id><subject>&a;</subject></ticket></tickets>
                """;
        for (var document : List.of(bomb, thief)) {
            assertThatThrownBy(() -> xml(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("entities");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tickets><ticket><id>1</id>",
                "<tickets><ticket></tickets>",
                "<tickets>&nbsp;</tickets>",
                "<a",
                "<?xml version=\"1.0\" encoding=\"none-such\"?><a/>"
            })
    void broken_xml_is_refused_with_its_line(String document) {
        assertThatThrownBy(() -> xml(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line");
    }

    @Test
    void xml_that_is_too_deep_or_too_long_is_refused() {
        var deep = "<t><t><id>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</id></t></t>";
        var wide = "<t><t><id>" + "x".repeat(300_000) + "</id></t></t>";
        for (var document : List.of(deep, wide)) {
            assertThatThrownBy(() -> xml(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_table_in_another_encoding_is_refused_with_the_line_and_the_byte() {
        assertThatThrownBy(
                        () -> read("id,subject,opened\n1,Arrêt,2013-02-01\n".getBytes(Charset.forName("windows-1252"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("0xEA");
        assertThatThrownBy(() -> read("id,subject,opened\n".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "a,b\n1,2\n", "id,id,subject,opened\n", "id,subject,opened\n1,\"x,2013-02-01\n"})
    void what_is_no_table_of_tickets_is_refused(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_row_with_too_many_columns_is_refused_and_the_others_are_read() {
        var odd = new ArrayList<RefusedLine>();
        var rows = new ArrayList<Line>();
        CsvTickets.read(
                "t.csv",
                "id,subject,opened\n1,a,b,2013-02-01\n2,c,2013-02-01\n".getBytes(StandardCharsets.UTF_8),
                rows::add,
                odd::add);
        assertThat(rows).hasSize(1);
        assertThat(odd).hasSize(1);
        assertThat(odd.getFirst().line()).isEqualTo(2);
        assertThat(odd.getFirst().raw()).isEqualTo("1,a,b,2013-02-01");
    }

    /** Whatever comes, it is read or refused in words: nothing else escapes. */
    @Test
    void a_file_with_bytes_changed_at_random_is_read_or_refused_and_nothing_else() {
        var chance = new Random(20130319);
        var originals = List.of(CSV.getBytes(StandardCharsets.UTF_8), XML.getBytes(StandardCharsets.ISO_8859_1));
        var read = 0;
        var refused = 0;
        for (var i = 0; i < 20_000; i++) {
            var bytes = originals.get(i % 2).clone();
            for (var change = chance.nextInt(4); change >= 0; change--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            var cut = chance.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, chance.nextInt(bytes.length)) : bytes;
            try {
                for (var line : i % 2 == 0 ? read(cut) : xml(cut)) {
                    try {
                        Telling.of(line, NOW);
                        read++;
                    } catch (LineRefused no) {
                        no.of(line, "");
                        refused++;
                    }
                }
            } catch (Refusal no) {
                refused++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    private static List<Line> csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> read(byte[] bytes) {
        var rows = new ArrayList<Line>();
        CsvTickets.read("t.csv", bytes, rows::add, odd -> {});
        return rows;
    }

    private static List<Line> xml(byte[] bytes) {
        var rows = new ArrayList<Line>();
        XmlTickets.read("t.xml", bytes, rows::add);
        return rows;
    }
}
