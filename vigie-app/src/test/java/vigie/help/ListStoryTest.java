package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.account.Tokens;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Federation;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;

@InTheHouse
class ListStoryTest {
    @Autowired
    House.Keys house;

    @Autowired
    Tokens tokens;

    @Autowired
    Registrar registrar;

    @Autowired
    Federation federation;

    /** A word that no other test uses, to find one's own again. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String date(Duration ago) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                house.clock().instant().minus(ago).atOffset(ZoneOffset.UTC));
    }

    private String mail(String id, String from, String subject, String refers, Duration ago, String text) {
        return "Message-ID: <%s>\nFrom: %s\nDate: %s\nSubject: %s\n%s\n%s\n"
                .formatted(
                        id, from, date(ago), subject, refers.isEmpty() ? "" : "References: <" + refers + ">\n", text);
    }

    private static String mbox(String... mails) {
        return String.join(
                "",
                Arrays.stream(mails)
                        .map(mail -> "From list@example.org Tue Mar 12 09:11:10 2013\n" + mail + "\n")
                        .toList());
    }

    private String token() {
        house.as(Role.ADMINISTRATOR);
        var person = house.people().named("t-administrator").orElseThrow().person();
        return tokens.make(person, "lists", Set.of(Right.READ, Right.MANAGE_SOURCES), Duration.ofHours(2));
    }

    private String handIn(String mbox) {
        var answer = house.nobody().json("POST", "/api/v1/calls/archives?name=list.mbox", token(), mbox);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private void arrives(String mail) throws Exception {
        house.post()
                .getUserManager()
                .getUser("list")
                .deliver(new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private String listed(String view, String word) {
        return house.as(Role.DUTY_OPERATOR)
                .get("/calls?view=" + view + "&text=" + word)
                .page()
                .select(".list tbody")
                .text();
    }

    private long call(String word) {
        return eventually(
                () -> house
                        .sql()
                        .sql("select id from help.thread where subject like '%' || :word || '%'")
                        .param("word", word)
                        .query(Long.class)
                        .list()
                        .stream()
                        .findFirst()
                        .orElse(null),
                "a thread about " + word);
    }

    @Test
    void an_archive_becomes_threads_and_calls_and_handed_in_again_changes_nothing() {
        var word = word();
        var file = mbox(
                mail(
                        word + "1@x",
                        "Maud <maud@a.example.org>",
                        "DPM " + word,
                        "",
                        Duration.ofHours(30),
                        "Quelqu'un a une idée ?"),
                mail(
                        word + "2@x",
                        "Luc <luc@b.example.org>",
                        "Re: [ops] DPM " + word,
                        word + "1@x",
                        Duration.ofHours(28),
                        "Redémarrez srmv2.2."),
                mail(
                        word + "3@x",
                        "Yves <yves@c.example.org>",
                        "Visio " + word,
                        "",
                        Duration.ofHours(20),
                        "Pour information : la réunion est déplacée."));
        assertThat(handIn(file)).contains("\"taken\":3", "\"known\":0", "\"refused\":0");
        assertThat(handIn(file)).contains("\"taken\":0", "\"known\":3", "\"mails\":3");
        assertThat(listed("answered", word)).contains("DPM " + word, "Luc").doesNotContain("Visio");
        assertThat(listed("other-house", word)).contains("DPM " + word);
        assertThat(listed("no-calls", word)).contains("Visio " + word).doesNotContain("DPM");
        var page = house.as(Role.DUTY_OPERATOR)
                .get("/calls/" + call("DPM " + word))
                .page();
        assertThat(page.select(".conversation > li")).hasSize(2);
    }

    @Test
    void an_answer_that_comes_before_its_question_joins_it_and_one_without_references_is_found_by_its_subject() {
        var word = word();
        handIn(mbox(
                mail(word + "2@x", "luc@b.example.org", "RE: SRM " + word, word + "1@x", Duration.ofHours(5), "Yes.")));
        handIn(mbox(
                mail(word + "9@x", "ada@c.example.org", "TR : Other " + word, word + "8@x", Duration.ofHours(5), "x")));
        handIn(mbox(
                mail(
                        word + "1@x",
                        "maud@a.example.org",
                        "[ops] SRM " + word,
                        "",
                        Duration.ofHours(9),
                        "Can anyone help?"),
                mail(word + "3@x", "yves@c.example.org", "Re: SRM " + word, "", Duration.ofHours(2), "Same here.")));
        assertThat(house.as(Role.DUTY_OPERATOR)
                        .get("/calls/" + call("SRM " + word))
                        .page()
                        .select(".conversation > li"))
                .hasSize(3);
        assertThat(listed("answered", word)).contains("SRM " + word);
    }

    @Test
    void two_threads_that_turn_out_to_be_one_are_joined_and_keep_what_a_person_said() {
        var word = word();
        handIn(mbox(
                mail(word + "1@x", "maud@a.example.org", "WMS " + word, "", Duration.ofHours(9), "It runs again."),
                mail(
                        word + "3@x",
                        "luc@b.example.org",
                        "Something else " + word,
                        word + "2@x",
                        Duration.ofHours(3),
                        "x")));
        var path = "/calls/" + call("WMS " + word);
        house.as(Role.DUTY_OPERATOR).post(path, path + "/kind", "call", "true");
        handIn(mbox("Message-ID: <%s>\nFrom: ada@c.example.org\nDate: %s\nSubject: Re: WMS %s\nReferences: <%s>\n\nx\n"
                .formatted(word + "2@x", date(Duration.ofHours(5)), word, word + "1@x")));
        var page = house.as(Role.DUTY_OPERATOR).get(path).page();
        assertThat(page.select(".conversation > li")).hasSize(3);
        assertThat(page.select(".facts").text()).contains("Call for help (said by somebody)");
    }

    @Test
    void refused_mails_are_told_by_their_place_and_reason_and_can_be_fetched_again() {
        var word = word();
        var broken = "X-Odd: " + word + "\n\nNo mail at all.\n";
        var report = handIn(mbox(
                mail(word + "1@x", "maud@a.example.org", "Argus " + word, "", Duration.ofHours(3), "Any hint?"),
                broken,
                mail(
                        word + "2@x",
                        "luc@b.example.org",
                        "Re: Argus " + word,
                        word + "1@x",
                        Duration.ofHours(1),
                        "Yes.")));
        assertThat(report).contains("\"taken\":2", "\"refused\":1", "\"position\":2", "NO_MAIL");
        var odile = house.as(Role.ADMINISTRATOR);
        var page = odile.get("/calls/archives").page();
        var run = page.select(".list tbody th a").first();
        var shown = odile.get(java.util.Objects.requireNonNull(run).attr("href"));
        assertThat(shown.page().select(".list tbody").text()).contains("Mail 2", "this is no mail");
        var raw = shown.page().select("a[download]").attr("href");
        assertThat(odile.get(raw).text()).contains("X-Odd: " + word, "No mail at all.");
        assertThat(house.as(Role.DUTY_OPERATOR).get(raw).status()).isEqualTo(403);
    }

    @Test
    void a_file_that_is_no_mbox_is_refused_as_a_whole() {
        var answer = house.nobody().json("POST", "/api/v1/calls/archives", token(), "PK nothing");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("PK nothing", "expected: an mbox");
    }

    @Test
    void the_lists_mailbox_is_read_and_a_call_that_nobody_answers_climbs_to_those_on_duty_once() throws Exception {
        var word = word();
        var site = "HELP-" + word.toUpperCase(java.util.Locale.ROOT);
        registrar.add(Actor.HOUSE, SiteEntry.of(site, "NGI_FRANCE", "grid@" + word + ".example.org"), "test");
        registrar.add(Actor.HOUSE, ServiceEntry.of(site, "se." + word + ".example.org", "SRM", 8446, ""), "test");
        arrives(mail(
                word + "1@x",
                "Maud <maud@" + word + ".example.org>",
                "SRM down " + word,
                "",
                Duration.ZERO,
                "Can anyone help?"));
        var id = call("SRM down " + word);
        var ada = house.as(Role.DUTY_OPERATOR);
        assertThat(ada.get("/calls/" + id).page().select(".facts").text()).contains(site, "by the sender's domain");
        assertThat(ada.get("/").text()).doesNotContain("SRM down " + word);
        house.advance(Duration.ofDays(9));
        house.settle();
        assertThat(listed("late", word)).contains("SRM down " + word);
        assertThat(ada.get("/").text()).contains("SRM down " + word);
        house.advance(Duration.ofDays(2));
        assertThat(house.sql()
                        .sql(
                                "select count(*) from mail.letter where subject like '%' || :word and recipients like 'rod@%'")
                        .param("word", "SRM down " + word)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(ada.get("/sites/" + site).text()).contains("SRM down " + word);
        arrives(mail(
                word + "2@x", "luc@b.example.org", "Re: SRM down " + word, word + "1@x", Duration.ZERO, "The disk."));
        eventually(() -> listed("answered", word).contains("SRM down " + word));
        assertThat(ada.get("/").text()).doesNotContain("SRM down " + word);
    }

    @Test
    void a_machines_answer_and_the_askers_own_words_answer_nothing() {
        var word = word();
        handIn(mbox(
                mail(word + "1@x", "maud@a.example.org", "LFC " + word, "", Duration.ofHours(9), "Any idea?"),
                "Auto-Submitted: auto-replied\n"
                        + mail(
                                word + "2@x",
                                "luc@b.example.org",
                                "Re: LFC " + word,
                                word + "1@x",
                                Duration.ofHours(8),
                                "Away."),
                mail(
                        word + "3@x",
                        "maud@a.example.org",
                        "Re: LFC " + word,
                        word + "1@x",
                        Duration.ofHours(2),
                        "Nobody?")));
        assertThat(listed("open", word)).contains("LFC " + word);
    }

    @Test
    void a_person_closes_a_call_with_a_reason_notes_an_answer_given_elsewhere_and_opens_it_again() {
        var word = word();
        handIn(mbox(mail(word + "1@x", "maud@a.example.org", "VOMS " + word, "", Duration.ofHours(9), "Help, please")));
        var path = "/calls/" + call("VOMS " + word);
        var ada = house.as(Role.DUTY_OPERATOR);
        assertThat(ada.post(path, path + "/state", "to", "ANSWERED", "reason", "")
                        .page()
                        .select(".field-fault"))
                .hasSize(1);
        assertThat(ada.post(path, path + "/state", "to", "ANSWERED", "reason", "Gilles, by telephone")
                        .text())
                .contains("Gilles, by telephone");
        assertThat(listed("answered", word)).contains("VOMS " + word);
        ada.post(path, path + "/state", "to", "CLOSED", "reason", "Over.");
        assertThat(listed("closed", word)).contains("VOMS " + word);
        ada.post(path, path + "/state", "to", "OPEN", "reason", "Not over.");
        assertThat(listed("open", word)).contains("VOMS " + word);
    }

    @Test
    void addresses_are_shown_to_those_who_may_read_contacts_alone() {
        var word = word();
        handIn(mbox(mail(
                word + "1@x",
                "Maud <maud@" + word + ".example.org>",
                "BDII " + word,
                "",
                Duration.ofHours(9),
                "Help! Write to me at maud@" + word + ".example.org or call 04 73 40 00 00.")));
        var id = call("BDII " + word);
        var address = "maud@" + word + ".example.org";
        assertThat(house.as(Role.DUTY_OPERATOR).get("/calls/" + id).text()).contains(address, "04 73 40 00 00");
        for (var path : List.of("/calls/" + id, "/calls?text=" + word)) {
            assertThat(house.as(Role.READER).get(path).text())
                    .contains("BDII " + word, "Maud")
                    .doesNotContain(address)
                    .doesNotContain("04 73 40 00 00");
        }
    }

    @Test
    void what_is_older_than_is_kept_is_not_taken_and_an_old_call_alerts_nobody() {
        var word = word();
        assertThat(handIn(mbox(
                        mail(
                                word + "1@x",
                                "maud@a.example.org",
                                "Old " + word,
                                "",
                                Duration.ofDays(2000),
                                "Help, please"),
                        mail(
                                word + "2@x",
                                "maud@a.example.org",
                                "Late " + word,
                                "",
                                Duration.ofDays(90),
                                "Help, please"))))
                .contains("\"taken\":1", "\"tooOld\":1");
        house.settle();
        assertThat(listed("late", word)).contains("Late " + word);
        assertThat(house.sql()
                        .sql("select climbed is null from help.thread where id = :id")
                        .param("id", call("Late " + word))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
