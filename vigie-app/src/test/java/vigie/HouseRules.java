package vigie;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The rules of the house, apart from the house: the same rules are tried on a house that breaks them. */
final class HouseRules {
    private static final String LAYER =
            ".*(Service|Manager|Handler|Impl|Util|Utils|Dto|Helper|Controller|Repository|Processor)";
    private static final Pattern WALL_CLOCK = Pattern.compile(
            "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\(\\)|currentTimeMillis\\(\\)");
    private static final Pattern BROAD = Pattern.compile("catch \\((final )?(Exception|Throwable) ");
    private static final int LONGEST = 400;

    static final ArchRule CROSSINGS_ARE_NAMED = methods()
            .that()
            .areAnnotatedWith(ApplicationModuleListener.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*Becomes?[A-Z].*");

    static final ArchRule CROSSINGS_ARE_SEEN_BY_NOBODY = methods()
            .that()
            .areAnnotatedWith(ApplicationModuleListener.class)
            .should()
            .beDeclaredInClassesThat()
            .arePackagePrivate();

    /** A service is a word of the trade: what a site offers at an address. */
    static final ArchRule NOTHING_IS_NAMED_FOR_A_LAYER =
            noClasses().that().doNotHaveSimpleName("Service").should().haveNameMatching(LAYER);

    static final ArchRule ROOMS_SPEAK_NO_PERSISTENCE_FRAMEWORK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    /** News told outside a transaction is heard by nobody after a fall, or heard although nothing was kept. */
    static final ArchRule NEWS_IS_TOLD_INSIDE_A_TRANSACTION = methods().should(new ArchCondition<>("tell it in one") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var tells = method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isAssignableTo(ApplicationEventPublisher.class)
                            && call.getName().equals("publishEvent"));
            if (tells && !runsInOne(method, new HashSet<>())) {
                events.add(
                        SimpleConditionEvent.violated(method, method.getFullName() + " tells news in no transaction"));
            }
        }
    });

    private HouseRules() {}

    /** It opens a transaction, its class does, or everybody who calls it runs in one. */
    private static boolean runsInOne(JavaCodeUnit code, Set<JavaCodeUnit> seen) {
        if (!seen.add(code)
                || code.isMetaAnnotatedWith(Transactional.class)
                || code.getOwner().isMetaAnnotatedWith(Transactional.class)
                || code.getOwner().getDirectDependenciesFromSelf().stream()
                        .anyMatch(other -> other.getTargetClass().isAssignableTo(TransactionOperations.class))) {
            return true;
        }
        var callers = code.getAccessesToSelf().stream()
                .map(access -> access.getOrigin())
                .collect(Collectors.toSet());
        return !callers.isEmpty() && callers.stream().allMatch(caller -> runsInOne(caller, seen));
    }

    /** Rooms have no rooms within. */
    static ArchRule roomsAreFlat(String house) {
        return noClasses().should().resideInAPackage(house + ".*.*..");
    }

    /** What a source breaks. */
    static List<String> broken(String name, String text) {
        var broken = new ArrayList<String>();
        if (text.lines().count() > LONGEST) {
            broken.add(name + " has over " + LONGEST + " lines");
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
        return broken;
    }

    /** Whether a package says what its room does. */
    static boolean isCaption(String text) {
        return text.startsWith("/** ");
    }
}
