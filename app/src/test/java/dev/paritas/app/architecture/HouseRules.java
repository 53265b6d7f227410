package dev.paritas.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules below {@code root}: {@code dev.paritas} for the product, another package for planted violations. */
record HouseRules(String root) {
    private static final Set<String> FILES_WRITERS = Set.of(
            "copy",
            "createFile",
            "createLink",
            "createSymbolicLink",
            "createTempDirectory",
            "createTempFile",
            "move",
            "newBufferedWriter",
            "newByteChannel",
            "newOutputStream",
            "write",
            "writeString");

    private static final Set<String> FILE_OPENERS = Set.of(
            FileOutputStream.class.getName(),
            FileWriter.class.getName(),
            Formatter.class.getName(),
            PrintStream.class.getName(),
            PrintWriter.class.getName(),
            RandomAccessFile.class.getName());

    private static final Set<String> NAMES = Set.of(File.class.getName(), String.class.getName());

    private static final Set<String> MUTABLE_PACKAGES =
            Set.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks");

    /** The rooms from top to bottom, each with those that may use it. */
    private static final Map<String, List<String>> USERS = Map.ofEntries(
            Map.entry("app", List.of()),
            Map.entry("junit", List.of()),
            Map.entry("bridge", List.of("junit", "app")),
            Map.entry("simulation", List.of("bridge", "app")),
            Map.entry("search", List.of("bridge", "app")),
            Map.entry("admission", List.of("bridge", "app")),
            Map.entry("model", List.of("bridge", "app")),
            Map.entry("machine", List.of("simulation", "admission", "bridge", "app")),
            Map.entry("heap", List.of("model", "bridge", "app")),
            Map.entry("choreography", List.of("machine", "model", "simulation", "bridge", "app")),
            Map.entry(
                    "semanticobjects",
                    List.of(
                            "choreography",
                            "heap",
                            "machine",
                            "model",
                            "simulation",
                            "search",
                            "admission",
                            "bridge",
                            "app")));

    static final Set<String> ROOMS = USERS.keySet();

    /** app, junit -> bridge -> the rooms by feature -> choreography -> semantic-objects, and never back; no arrow between model and machine. */
    ArchRule arrowsPointDown() {
        LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : USERS.keySet()) {
            rule = rule.layer(room).definedBy(root + "." + room + "..");
        }
        for (Map.Entry<String, List<String>> room : USERS.entrySet()) {
            rule = room.getValue().isEmpty()
                    ? rule.whereLayer(room.getKey()).mayNotBeAccessedByAnyLayer()
                    : rule.whereLayer(room.getKey())
                            .mayOnlyBeAccessedByLayers(room.getValue().toArray(String[]::new));
        }
        return rule;
    }

    /** A package is understood without those that are understood through it. */
    ArchRule packagesFormNoCycle() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** The heap is a utility of its own: it runs no protocol. */
    ArchRule theHeapKnowsNoMachine() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".heap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".machine..", root + ".choreography..", root + ".bridge..");
    }

    /** The model's view of the heap has its own encoding and replay, and no hash (spec 40 §16). */
    ArchRule theHeapsModelStaysApart() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".model.heap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".heap.resource..",
                        root + ".heap.state..",
                        root + ".heap.merkle..",
                        root + ".heap.replay..");
    }

    /** Dialect L is a second opinion only while it has code generation, loading and loop of its own (spec 22 §19). */
    ArchRule dialectsStayApart() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".machine.engine..",
                        root + ".simulation..",
                        root + ".machine.schedule..",
                        root + ".machine.session..",
                        root + ".machine.isa..");
    }

    /** Only the programs know that there is a standard output. */
    ArchRule streamsBelongToPrograms() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".app.command..", root + ".app.executable..", "dev.paritas.benchmarks..")
                .should(ACCESS_STANDARD_STREAMS);
    }

    /** What people read passes one place, which lets nothing foreign act on a terminal. */
    ArchRule peopleAreAddressedInOnePlace() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".app.command..")
                .and()
                .doNotHaveSimpleName("Streams")
                .should()
                .callMethodWhere(target(owner(assignableTo(PrintStream.class))));
    }

    /** What is written for others is whole at every moment; the one place that sees to it writes, and scratch files. */
    ArchRule filesAreWrittenInOnePlace() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".bridge.files..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".bridge.process.Scratch")
                .should()
                .callCodeUnitWhere(writesAFile());
    }

    /** A static field is a constant: final, and not of a type that is made to change. */
    ArchRule nothingStaticChanges() {
        return fields().that().areStatic().and(writtenByHand()).should(beConstants());
    }

    /** What tests share is not there where the product runs. */
    ArchRule testSupportIsForTests() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.paritas.testsupport..");
    }

    /** Absence of null is declared everywhere. */
    ArchRule packagesAreNullMarked() {
        return classes().that().resideInAPackage(root + "..").should(resideInANullMarkedPackage());
    }

    /** Data has a shape known to the compiler. */
    ArchRule nothingReflects() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .orShould()
                .callMethod(Class.class, "forName", String.class);
    }

    private static DescribedPredicate<JavaCall<?>> writesAFile() {
        return DescribedPredicate.describe("a call writes a file", call -> {
            JavaClass owner = call.getTargetOwner();
            List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toList();
            return (owner.isEquivalentTo(Files.class) && FILES_WRITERS.contains(call.getName()))
                    || (owner.isEquivalentTo(FileChannel.class)
                            && call.getName().equals("open"))
                    || (call instanceof JavaConstructorCall
                            && FILE_OPENERS.contains(owner.getName())
                            && NAMES.stream().anyMatch(parameters::contains));
        });
    }

    private static DescribedPredicate<JavaField> writtenByHand() {
        return DescribedPredicate.describe(
                "are written by hand",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().startsWith("$"));
    }

    private static ArchCondition<JavaField> beConstants() {
        return new ArchCondition<>("be constants") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL) && !changes(field.getRawType());
                events.add(new SimpleConditionEvent(field, constant, field.getDescription() + " can change"));
            }
        };
    }

    private static boolean changes(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return (collection && !type.isInterface())
                || MUTABLE_PACKAGES.contains(type.getPackageName())
                || type.isAssignableTo(StringBuilder.class)
                || type.isAssignableTo(ThreadLocal.class);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type,
                        marked,
                        "package " + type.getPackageName() + " lacks @NullMarked, seen at " + type.getFullName()));
            }
        };
    }
}
