package vigie.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTest {
    @Test
    void accents_and_case_do_not_count() {
        assertThat(Folded.tokens("Déjà ÉCHOUÉ, œuvre")).containsExactly("deja", "echoue", "oeuvre");
    }

    @Test
    void the_same_thing_is_the_same_word_in_both_languages_in_one_and_in_many() {
        assertThat(Folded.tokens("certificats périmés"))
                .isEqualTo(Folded.tokens("expired certificate").reversed());
        assertThat(Folded.tokens("No space left on device")).isEqualTo(Folded.tokens("saturé"));
        assertThat(Folded.tokens("la file d'attente"))
                .endsWith(Folded.tokens("queue").getFirst());
    }

    @Test
    void a_storage_element_is_not_the_french_pronoun() {
        assertThat(Folded.tokens("le SE se plaint")).contains("storageelement", "se");
        assertThat(Folded.tokens("ce CE")).containsExactly("ce", "computingelement");
    }

    @Test
    void a_host_says_nothing_and_a_metric_says_its_parts() {
        assertThat(Folded.tokens("se01.lapp.in2p3.fr: refused by ada@example.org"))
                .isEqualTo(Folded.tokens("refused by"));
        assertThat(Folded.tokens("emi.cream.CREAMCE-JobSubmit")).contains("emi", "cream", "creamce");
        assertThat(Folded.tokens("DPM 1.8.6")).containsExactly("dpm", "1.8.6");
    }

    @Test
    void what_nobody_means_has_no_words() {
        assertThat(Folded.tokens("")).isEmpty();
        assertThat(Folded.tokens("'); drop table x; --\u0000 \ud800")).doesNotContain("'", "--");
        assertThat(Folded.tokens("mot ".repeat(100_000))).hasSize(1);
    }
}
