package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private static final String PLANTED = "dev.paritas.app.architecture.planted";

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-support/"))
            .importPackages("dev.paritas");
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    private static Stream<Named<Function<HouseRules, ArchRule>>> rules() {
        return Stream.of(
                Named.of("arrows point down", HouseRules::arrowsPointDown),
                Named.of("the heap knows no machine", HouseRules::theHeapKnowsNoMachine),
                Named.of("dialects stay apart", HouseRules::dialectsStayApart),
                Named.of("the heap's model stays apart", HouseRules::theHeapsModelStaysApart),
                Named.of("streams belong to programs", HouseRules::streamsBelongToPrograms),
                Named.of("people are addressed in one place", HouseRules::peopleAreAddressedInOnePlace),
                Named.of("files are written in one place", HouseRules::filesAreWrittenInOnePlace),
                Named.of("nothing static changes", HouseRules::nothingStaticChanges),
                Named.of("packages form no cycle", HouseRules::packagesFormNoCycle),
                Named.of("test support is for tests", HouseRules::testSupportIsForTests),
                Named.of("packages are null-marked", HouseRules::packagesAreNullMarked),
                Named.of("nothing reflects", HouseRules::nothingReflects));
    }

    @Test
    void all_modules_are_looked_at() {
        Set<String> modules = product.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .collect(Collectors.toSet());
        assertThat(modules).isEqualTo(HouseRules.ROOMS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(Function<HouseRules, ArchRule> rule) {
        rule.apply(new HouseRules("dev.paritas")).check(product);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks_the_rule(Function<HouseRules, ArchRule> rule) {
        assertThat(rule.apply(new HouseRules(PLANTED)).evaluate(planted).hasViolation())
                .isTrue();
    }
}
