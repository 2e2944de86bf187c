package vigie.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.people.Role;
import vigie.words.Words;

@InTheHouse
class JournalPagesTest {
    @Autowired
    House.Keys house;

    @Autowired
    Journal journal;

    @Test
    void the_journal_is_read_about_one_subject_and_page_by_page() {
        var kind = "k" + UUID.randomUUID();
        for (var i = 0; i < 53; i++) {
            journal.write(Actor.HOUSE, kind + ":" + i, "meeting.planned", "", "a" + i, "meeting.reason.planned");
        }
        var manager = house.as(Role.NGI_MANAGER);
        var first = manager.get("/journal?subject=" + kind).page();
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").first().text()).contains("Meeting planned", "a52", "preparing the meeting");
        var second = manager.get(first.selectFirst(".pager a").attr("href")).page();
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(second.select("tbody tr").last().text()).contains("a0");
        assertThat(manager.get("/journal?subject=" + kind + ":7").page().select("tbody tr"))
                .hasSize(1);
        assertThat(manager.get("/journal?subject=k%25").page().select("tbody .empty"))
                .hasSize(1);
    }

    @Test
    void what_a_deed_keeps_is_said_in_the_language_of_the_reader() {
        assertThat(Deed.said(Words.ENGLISH, "from 2013-03-19T08:00:00Z, 2013-99-99T08:00:00Z"))
                .isEqualTo("from 19 Mar 2013, 09:00, 2013-99-99T08:00:00Z");
        assertThat(Deed.said(Words.FRENCH, "meeting.planned")).isEqualTo("Réunion prévue");
    }

    @Test
    void the_journal_is_not_for_everybody() {
        assertThat(house.as(Role.SITE_ADMINISTRATOR).get("/journal").status()).isEqualTo(403);
    }

    @Test
    void states_and_subjects_are_said_in_words() {
        var deed = new Deed(
                1,
                java.time.Instant.EPOCH,
                0,
                "vigie",
                "problem:7",
                "problem.deed.closed",
                "RECOVERED",
                "NO_STATE",
                "");
        assertThat(deed.about(Words.FRENCH)).isEqualTo("problème n° 7");
        assertThat(deed.told(Words.FRENCH, deed.before())).isEqualTo("Rétabli");
        assertThat(deed.told(Words.FRENCH, deed.after())).isEqualTo("NO_STATE");
    }
}
