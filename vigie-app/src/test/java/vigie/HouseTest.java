package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The house keeps its rules; {@link BrokenHouseTest} shows that each can be broken. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vigie");

    @Test
    void the_floors_stand() {
        ApplicationModules.of(Vigie.class).verify();
    }

    @Test
    void every_crossing_says_what_becomes_what_and_is_seen_by_nobody() {
        HouseRules.CROSSINGS_ARE_NAMED.check(HOUSE);
        HouseRules.CROSSINGS_ARE_SEEN_BY_NOBODY.check(HOUSE);
    }

    @Test
    void nothing_is_named_for_a_layer() {
        HouseRules.NOTHING_IS_NAMED_FOR_A_LAYER.check(HOUSE);
    }

    @Test
    void rooms_stay_flat_and_speak_no_persistence_framework() {
        HouseRules.roomsAreFlat("vigie").check(HOUSE);
        HouseRules.ROOMS_SPEAK_NO_PERSISTENCE_FRAMEWORK.check(HOUSE);
    }

    @Test
    void news_is_told_inside_a_transaction() {
        HouseRules.NEWS_IS_TOLD_INSIDE_A_TRANSACTION.check(HOUSE);
    }

    /** Two of one name would keep the house from starting: a bean is called as its class, whatever the room. */
    @Test
    void no_two_rooms_call_a_bean_alike() {
        var rooms = new TreeMap<String, Set<String>>();
        HOUSE.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class))
                .forEach(type -> rooms.computeIfAbsent(
                                type.getName().substring(type.getPackageName().length() + 1), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        rooms.values().removeIf(names -> names.size() < 2);
        assertThat(rooms).isEmpty();
    }

    @Test
    void the_sources_keep_the_rules() throws IOException {
        var broken = new ArrayList<String>();
        try (var files = Files.walk(Path.of(".."))) {
            for (var file : files.filter(path ->
                            path.toString().endsWith(".java") && path.toString().contains("src/main/java"))
                    .toList()) {
                broken.addAll(HouseRules.broken(file.getFileName().toString(), Files.readString(file)));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_room_has_a_caption() throws IOException {
        var without = new ArrayList<String>();
        try (var rooms = Files.list(Path.of("src/main/java/vigie"))) {
            for (var room : rooms.filter(Files::isDirectory).toList()) {
                var caption = room.resolve("package-info.java");
                if (!Files.exists(caption) || !HouseRules.isCaption(Files.readString(caption))) {
                    without.add(room.getFileName().toString());
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
