package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users' tests are written with needs nothing that JUnit 5.14 does not have: each part of JUnit says since when it is. */
class JUnitCompatibilityTest {
    private static final String API = "org.apiguardian.api.API";

    private static final ClassFileImporter IMPORTER =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

    @Test
    void users_of_junit_5_14_are_served() {
        JavaClasses module = IMPORTER.importPackages("dev.paritas.junit");
        assertThat(used(module).map(JavaClass::getSimpleName))
                .contains("TestTemplateInvocationContextProvider", "TypeBasedParameterResolver", "AnnotationSupport");
        assertThat(newer(module)).isEmpty();
    }

    @Test
    void a_planted_use_of_junit_6_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages("dev.paritas.app.architecture.planted.junit");
        assertThat(newer(planted))
                .containsExactly(
                        "org.junit.jupiter.api.AssertionFailureBuilder.trimStacktrace(java.lang.Class)",
                        "org.junit.jupiter.api.util.RestoreSystemProperties");
    }

    private static Stream<JavaClass> used(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("org.junit."));
    }

    /** {@return the types that are named, and the code that is called, when they came with JUnit 6 or later} */
    private static Set<String> newer(JavaClasses classes) {
        Stream<String> types =
                used(classes).filter(JUnitCompatibilityTest::isNewer).map(JavaClass::getName);
        Stream<String> called = classes.stream()
                .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().startsWith("org.junit."))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(JUnitCompatibilityTest::isNewer)
                .map(member -> member.getFullName());
        return Stream.concat(types, called).collect(Collectors.toCollection(TreeSet::new));
    }

    /** JUnit 5.14 has the parts of Jupiter up to 5.14 and of the platform up to 1.14; what came next is 6 in both. */
    private static boolean isNewer(HasAnnotations<?> part) {
        return part.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(API))
                .map(JUnitCompatibilityTest::since)
                .anyMatch(since -> Integer.parseInt(since.split("\\.")[0]) >= 6);
    }

    private static String since(JavaAnnotation<?> api) {
        return Objects.requireNonNull(api.getProperties().get("since")).toString();
    }
}
