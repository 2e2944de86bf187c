package vigie;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.events.ApplicationModuleListener;

/** The rules of the house; each was broken once on purpose. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vigie");
    private static final Pattern LAYER =
            Pattern.compile(".*(Service|Manager|Handler|Impl|Util|Utils|Dto|Helper|Controller|Repository|Processor)");
    private static final Pattern WALL_CLOCK = Pattern.compile(
            "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\(\\)|currentTimeMillis\\(\\)");
    private static final Pattern BROAD = Pattern.compile("catch \\((final )?(Exception|Throwable) ");

    @Test
    void the_floors_stand() {
        ApplicationModules.of(Vigie.class).verify();
    }

    @Test
    void every_crossing_says_what_becomes_what_and_is_seen_by_nobody() {
        methods()
                .that()
                .areAnnotatedWith(ApplicationModuleListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*Becomes?[A-Z].*")
                .andShould()
                .beDeclaredInClassesThat()
                .arePackagePrivate()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void nothing_is_named_for_a_layer() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.getPackageName().startsWith("vigie"))
                        .filter(type -> LAYER.matcher(type.getSimpleName()).matches()
                                && !type.getSimpleName().equals("Service"))
                        .map(type -> type.getName())
                        .toList())
                .isEmpty();
    }

    @Test
    void rooms_stay_flat_and_speak_no_persistence_framework() {
        noClasses()
                .that()
                .resideInAPackage("vigie..")
                .should()
                .resideInAPackage("vigie.*.*..")
                .andShould()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "lombok..")
                .check(HOUSE);
    }

    @Test
    void the_sources_keep_the_rules() throws IOException {
        var broken = new ArrayList<String>();
        try (var files = Files.walk(Path.of(".."))) {
            for (var file : files.filter(path ->
                            path.toString().endsWith(".java") && path.toString().contains("src/main/java"))
                    .toList()) {
                var text = Files.readString(file);
                var name = file.getFileName().toString();
                if (text.lines().count() > 400) {
                    broken.add(name + " has over 400 lines");
                }
                if (WALL_CLOCK.matcher(text).find()) {
                    broken.add(name + " reads the wall clock");
                }
                if (BROAD.matcher(text).find()) {
                    broken.add(name + " catches everything");
                }
                if (text.contains("TO" + "DO")) {
                    broken.add(name + " leaves something to do");
                }
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
                if (!Files.exists(caption) || !Files.readString(caption).startsWith("/** ")) {
                    without.add(room.getFileName().toString());
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
