package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is built that nobody can use, and nothing is open that nobody outside needs. */
class CutTest {
    private static final String PLANTED = "dev.paritas.app.architecture.planted.cut";

    /** Types that wait for their user, with the reason; each is still unreachable, or it does not belong here. */
    private static final Map<String, String> WAITING = Map.of(
            "dev.paritas.simulation.run.SimulationRandom",
            "the middleware of scenarios draws from it (spec 52b)",
            "dev.paritas.machine.ledger.CapabilityLifecycleRecord",
            "a saved state of the machine lists them (spec 31 §5)");

    /** The outermost type that an import names. */
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?(dev\\.paritas\\.[a-z.]*[A-Z]\\w*).*");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-support/"))
            .importPackages("dev.paritas");

    @Test
    void every_type_is_reached_by_a_program_or_the_facade() {
        assertThat(unreached(product, CutTest::isDoor)).isEqualTo(new TreeSet<>(WAITING.keySet()));
    }

    @Test
    void a_planted_type_without_a_user_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        assertThat(unreached(planted, type -> type.getSimpleName().equals("Door")))
                .containsExactly(PLANTED + ".Lonely");
    }

    @Test
    void every_public_type_has_a_user_outside_its_package() throws IOException {
        Set<String> imported = imported();
        assertThat(needlesslyPublic(
                        product, type -> isDoor(type) || isThrown(type) || imported.contains(type.getName())))
                .isEmpty();
    }

    @Test
    void a_planted_type_that_is_public_for_nobody_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        assertThat(needlesslyPublic(planted, type -> type.getSimpleName().equals("Door")))
                .containsExactly(PLANTED + ".Lonely");
    }

    /** {@return whether somebody outside begins here: a program's main class, a type of the facade, or one for users' tests} */
    private static boolean isDoor(JavaClass type) {
        return type.getPackageName().equals("dev.paritas.bridge")
                || type.getPackageName().equals("dev.paritas.bridge.telemetry")
                || (type.getPackageName().equals("dev.paritas.junit")
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                || type.tryGetMethod("main", String[].class).isPresent();
    }

    /** Whoever calls must be able to name what it throws. */
    private static boolean isThrown(JavaClass type) {
        return type.isAssignableTo(Throwable.class) || type.isAssignableTo(Problem.class);
    }

    private static Set<String> unreached(JavaClasses classes, Predicate<JavaClass> door) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> waiting = new ArrayDeque<>(
                classes.stream().filter(door).map(CutTest::outermost).toList());
        Map<JavaClass, List<JavaClass>> parts = classes.stream().collect(Collectors.groupingBy(CutTest::outermost));
        while (!waiting.isEmpty()) {
            JavaClass type = waiting.remove();
            if (reached.add(type)) {
                parts.getOrDefault(type, List.of()).stream()
                        .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> outermost(dependency.getTargetClass()))
                        .forEach(waiting::add);
            }
        }
        return parts.keySet().stream()
                .filter(type -> !reached.contains(type))
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A type that stands in the signature of one that is needed is needed itself. */
    private static Set<String> needlesslyPublic(JavaClasses classes, Predicate<JavaClass> used) {
        Map<JavaClass, List<JavaClass>> parts = classes.stream().collect(Collectors.groupingBy(CutTest::outermost));
        Set<JavaClass> needed = new HashSet<>();
        Deque<JavaClass> waiting = new ArrayDeque<>(parts.keySet().stream()
                .filter(type -> used.test(type)
                        || parts.getOrDefault(type, List.of()).stream().anyMatch(CutTest::hasUserOutside))
                .toList());
        while (!waiting.isEmpty()) {
            JavaClass type = waiting.remove();
            if (needed.add(type)) {
                parts.getOrDefault(type, List.of()).stream()
                        .filter(Signatures::isOpen)
                        .flatMap(Signatures::of)
                        .map(named -> outermost(named.getBaseComponentType()))
                        .filter(parts::containsKey)
                        .forEach(waiting::add);
            }
        }
        return parts.keySet().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !needed.contains(type))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasUserOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CutTest::outermost).orElse(type);
    }

    /**
     * {@return the types that a source of another package imports}: constants leave no trace in a class file, and the tests of
     * other modules are not on this class path
     */
    private static Set<String> imported() throws IOException {
        Path root = Checkout.ROOT;
        Set<String> found = new HashSet<>();
        for (Path file : Stream.concat(Sources.product(root).stream(), Sources.tests(root).stream())
                .toList()) {
            for (String line : Files.readAllLines(file)) {
                Matcher imported = IMPORT.matcher(line);
                if (imported.matches()) {
                    found.add(imported.group(1));
                }
            }
        }
        return found;
    }
}
