package vigie.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.registry.CertificationStatus;
import vigie.registry.Downtime;
import vigie.registry.Misfit;
import vigie.registry.Picture;
import vigie.words.Refusal;

class SavedFileTest {
    private static final String SITES = """
            name,status,mail,scopes
            GRIF,certified,ops@grif.example.org,EGI;wlcg
            IN2P3-LPC,Suspended,,
            """;
    private static final String SERVICES_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <results>
              <SERVICE_ENDPOINT PRIMARY_KEY="900G0">
                <PRIMARY_KEY>900G0</PRIMARY_KEY>
                <HOSTNAME>ce1.example.org</HOSTNAME>
                <SERVICE_TYPE>webdav</SERVICE_TYPE>
                <IN_PRODUCTION>Y</IN_PRODUCTION>
                <NODE_MONITORED>N</NODE_MONITORED>
                <SITENAME>GRIF</SITENAME>
                <URL>ce1.example.org:8443/dav</URL>
                <ENDPOINTS/>
                <SCOPES>
                  <SCOPE>EGI</SCOPE>
                </SCOPES>
              </SERVICE_ENDPOINT>
            </results>
            """;

    private static Draft read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft read(String name, byte[] bytes) {
        var draft = new Draft();
        SavedFile.read(name, bytes, draft);
        return draft;
    }

    private static Picture picture(Draft draft) {
        return draft.picture(false, null);
    }

    @Test
    void every_kind_of_the_registry_has_its_table() {
        assertThat(picture(read("ngis.csv", "ngi,rod_mail,mail\nNGI_FRANCE,rod@example.org,\n"))
                        .ngis())
                .extracting(Picture.NgiEntry::rodMail)
                .containsExactly("rod@example.org");
        assertThat(picture(read("types.csv", "type,description\norg.example.ce,Compute\n"))
                        .types())
                .extracting(Picture.TypeEntry::name)
                .containsExactly("org.example.ce");
        assertThat(picture(read("organisations.csv", "name,kind,sites\nLAL,laboratory,GRIF\nIDG,institute,\n"))
                        .organisations())
                .extracting(Picture.OrganisationEntry::sites)
                .containsExactly(java.util.List.of("GRIF"), java.util.List.of());
        assertThat(picture(read("vos.csv", "name,sites\nbiomed,GRIF;M3PEC\n")).vos())
                .extracting(Picture.VoEntry::name)
                .containsExactly("biomed");
        assertThat(picture(read("names.csv", "spelling,name\nO. Martin,Odile Martin\n"))
                        .persons())
                .extracting(Picture.PersonEntry::name)
                .containsExactly("Odile Martin");
        assertThat(picture(read("contacts.csv", "site,role,name\nGRIF,Security,Luc Exemple\n"))
                        .contacts())
                .extracting(Picture.ContactEntry::role)
                .containsExactly("Security");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A=1;B=x=y | A=1 B=x=y | ''
            ''        | ''        | ''
            A         | ''        | A
            =1        | ''        | =1
            A=1;A=2   | ''        | A=2
            """)
    void properties_are_words_with_a_value(String written, String kept, String refused) {
        var draft = read("sites.csv", "name,status,properties\nGRIF,CERTIFIED," + written + "\n");
        if (refused.isEmpty()) {
            assertThat(String.join(" ", picture(draft).sites().getFirst().properties()))
                    .isEqualTo(kept);
        } else {
            assertThat(draft.misfits()).singleElement().satisfies(misfit -> {
                assertThat(misfit.field()).isEqualTo("properties");
                assertThat(misfit.value()).isEqualTo(refused);
            });
        }
    }

    @Test
    void a_table_of_sites_is_known_by_its_columns() {
        var sites = picture(read("sites.csv", SITES)).sites();
        assertThat(sites).extracting(Picture.SiteEntry::name).containsExactly("GRIF", "IN2P3-LPC");
        assertThat(sites.getFirst().scopes()).containsExactly("EGI", "wlcg");
        assertThat(sites.getLast().status()).isEqualTo(CertificationStatus.SUSPENDED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # row                                                | field    | value           | expected
            GRIF,ce1 x,webdav,443,,Y                             | host     | ce1 x           | source.expected.host
            GRIF,ce1.example.org,web dav,443,,Y                  | type     | web dav         | source.expected.type
            ,ce1.example.org,webdav,443,,Y                       | site     | ''              | source.expected.value
            GRIF,ce1.example.org,webdav,70000,,Y                 | port     | 70000           | source.expected.port
            GRIF,ce1.example.org,webdav,443,,maybe               | monitored| maybe           | source.expected.yes
            GRIF,ce1.example.org,webdav,443                      | ''       | 4               | source.expected.columns
            GRIF,ce1.example.org,webdav,443,,Y,more              | ''       | 7               | source.expected.columns
            """)
    void a_bad_row_is_refused_with_line_value_and_what_was_expected_and_the_rest_goes_in(
            String row, String field, String value, String expected) {
        var draft = read(
                "services.csv",
                "site,host,type,port,url,monitored\nGRIF,a.example.org,webdav,443,,Y\n" + row
                        + "\nGRIF,b.example.org,webdav,443,,Y\n");
        assertThat(picture(draft).services())
                .extracting(Picture.ServiceEntry::host)
                .containsExactly("a.example.org", "b.example.org");
        assertThat(draft.misfits()).singleElement().satisfies(misfit -> {
            assertThat(misfit.place().line()).isEqualTo(3);
            assertThat(misfit.field()).isEqualTo(field);
            assertThat(misfit.value()).isEqualTo(value);
            assertThat(misfit.expected()).isEqualTo(expected);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # written                  , is
            2013-03-19T08:00:00Z       , 2013-03-19T08:00:00Z
            2013-03-19 08:00           , 2013-03-19T08:00:00Z
            2013-03-19T09:00:00+01:00  , 2013-03-19T08:00:00Z
            1363680000                 , 2013-03-19T08:00:00Z
            """)
    void a_moment_may_be_written_in_several_ways(String written, Instant is) {
        var picture = picture(read(
                "downtimes.csv",
                "site;services;severity;start;end;description\nGRIF;\"ce1.example.org webdav\";warning;" + written
                        + ";2030-01-01T00:00;cooling\n"));
        assertThat(picture.downtimes()).singleElement().satisfies(downtime -> {
            assertThat(downtime.during().start()).isEqualTo(is);
            assertThat(downtime.severity()).isEqualTo(Downtime.Severity.WARNING);
        });
    }

    @Test
    void a_downtime_that_ends_before_it_starts_is_refused() {
        var draft = read(
                "downtimes.csv",
                "site,services,severity,start,end,description\nGRIF,a.example.org webdav,OUTAGE,2013-03-19T08:00,2013-03-19T08:00,x\n");
        assertThat(draft.misfits()).extracting(Misfit::expected).containsExactly("source.expected.later");
    }

    @Test
    void several_services_of_a_downtime_are_read_from_one_field() {
        var picture = picture(
                read(
                        "downtimes.csv",
                        "site,services,severity,start,end,description\nGRIF,b.example.org x; a.example.org webdav,OUTAGE,2013-03-19T08:00,2013-03-19T09:00,x\n"));
        assertThat(picture.downtimes().getFirst().services())
                .containsExactly(
                        new Picture.HostAndType("a.example.org", "webdav"),
                        new Picture.HostAndType("b.example.org", "x"));
    }

    @Test
    void a_byte_order_mark_and_french_separators_are_no_trouble() {
        var picture =
                picture(read("sites.csv", "\uFEFFname;status;official_name\r\nGRIF;CERTIFIED;\"Grille; d'Île\"\r\n"));
        assertThat(picture.sites().getFirst().officialName()).isEqualTo("Grille; d'Île");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # why                    | text                                       | said
            empty                    | ''                                         | is empty
            unknown columns          | 'a,b'                                      | columns [a, b] do not tell
            a slip in a column       | 'name,status,mial'                         | unknown column [mial]
            a column twice           | 'name,name,status'                         | named twice
            an open quote            | 'name,status~\"GRIF,CERTIFIED~'            | line 2
            other XML                | '<html><body/></html>'                     | <html>
            an error                 | '<error>Unsupported parameter: foo</error>'| Unsupported parameter: foo
            cut short                | '<results><SITE>'                          | whole document
            nothing in it            | '<results/>'                               | nothing that Vigie can read
            an outside entity        | '<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><results><NGI><NAME>&e;</NAME></NGI></results>' | whole document
            """)
    void a_file_that_cannot_be_read_says_why(String why, String text, String said) {
        assertThatThrownBy(() -> read("table", text.replace('~', '\n')))
                .as(why)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    @Test
    void another_encoding_is_named_by_line_and_byte() {
        var bytes = "name,status,official_name\nGRIF,CERTIFIED,Ile\nX,CERTIFIED,Orléans\n"
                .getBytes(Charset.forName("ISO-8859-1"));
        assertThatThrownBy(() -> read("sites.csv", bytes))
                .hasMessageContaining("line 3")
                .hasMessageContaining("0xE9");
        assertThatThrownBy(() -> read(
                        "sites.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results><NGI><NAME>Orléans</NAME></NGI></results>"
                                .getBytes(Charset.forName("ISO-8859-1"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void saved_xml_is_read_as_the_wire_writes_it() {
        var picture = picture(read("get_service.xml", SERVICES_XML));
        assertThat(picture.services()).singleElement().satisfies(service -> {
            assertThat(service.key()).isEqualTo("900G0");
            assertThat(service.port()).isEqualTo(8443);
            assertThat(service.monitored()).isFalse();
            assertThat(service.scopes()).containsExactly("EGI");
        });
        assertThat(picture.sites()).isNull();
    }

    @Test
    void a_field_that_is_far_too_long_is_refused_alone() {
        var draft =
                read("sites.csv", "name,status,official_name\nGRIF,CERTIFIED," + "x".repeat(5000) + "\nA,CERTIFIED,\n");
        assertThat(picture(draft).sites()).hasSize(1);
        assertThat(draft.misfits()).extracting(Misfit::expected).containsExactly("source.expected.shorter");
    }

    @Property(tries = 400)
    void whatever_happens_to_the_bytes_only_a_refusal_comes_of_it(
            @ForAll("mutated") byte[] bytes, @ForAll boolean xml) {
        try {
            read(xml ? "any.xml" : "any.csv", bytes);
        } catch (Refusal refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        var texts = Arbitraries.of(List.of(SITES, SERVICES_XML, SERVICES_XML.replace("\n", "")));
        var places = Arbitraries.integers().between(0, 2000).list().ofMaxSize(6);
        var values = Arbitraries.bytes().list().ofSize(6);
        var lengths = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Integer.MAX_VALUE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 900)));
        return Combinators.combine(texts, places, values, lengths).as((text, where, what, length) -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < where.size(); i++) {
                bytes[where.get(i) % bytes.length] = what.get(i);
            }
            return java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length));
        });
    }
}
