package vigie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broken.Broken;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each rule of the house, broken on purpose: a rule that nothing can break keeps nothing. */
class BrokenHouseTest {
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

    @Test
    void a_floor_that_leans_on_the_one_above_is_told() {
        assertThatThrownBy(() -> ApplicationModules.of(Broken.class, (ImportOption) place -> true)
                        .verify())
                .hasMessageContaining("Cycle detected")
                .hasMessageContaining("upper");
    }

    @Test
    void a_crossing_with_another_name_is_told() {
        assertTold(HouseRules.CROSSINGS_ARE_NAMED, "NewsHandler");
    }

    @Test
    void a_crossing_that_others_see_is_told() {
        assertTold(HouseRules.CROSSINGS_ARE_SEEN_BY_NOBODY, "NewsHandler");
    }

    @Test
    void a_name_of_a_layer_is_told() {
        assertTold(HouseRules.NOTHING_IS_NAMED_FOR_A_LAYER, "NewsHandler");
    }

    @Test
    void a_room_within_a_room_is_told() {
        assertTold(HouseRules.roomsAreFlat("broken"), "broken.upper.cellar.Kept");
    }

    @Test
    void news_told_in_no_transaction_is_told() {
        assertTold(HouseRules.NEWS_IS_TOLD_INSIDE_A_TRANSACTION, "NewsHandler.tell");
    }

    @Test
    void a_source_that_breaks_a_rule_is_told() {
        assertThat(HouseRules.broken("A", "x\n".repeat(401))).containsExactly("A has over 400 lines");
        assertThat(HouseRules.broken("B", "var now = Instant.now();")).containsExactly("B reads the wall clock");
        assertThat(HouseRules.broken("B", "System.currentTimeMillis()")).containsExactly("B reads the wall clock");
        assertThat(HouseRules.broken("C", "} catch (Exception all) {")).containsExactly("C catches everything");
        assertThat(HouseRules.broken("D", "// TO" + "DO: later")).containsExactly("D leaves something to do");
        assertThat(HouseRules.broken("E", "var now = Instant.now(clock);\n".repeat(400)))
                .isEmpty();
    }

    @Test
    void a_room_without_a_caption_is_told() {
        assertThat(HouseRules.isCaption("package vigie.silent;")).isFalse();
        assertThat(HouseRules.isCaption("/** Says what it does. */\npackage vigie.spoken;"))
                .isTrue();
    }

    private static void assertTold(ArchRule rule, String who) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(who);
    }
}
