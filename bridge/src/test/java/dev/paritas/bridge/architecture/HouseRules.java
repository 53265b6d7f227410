package dev.paritas.bridge.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

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

    /** bridge -> machine -> choreography -> semantic-objects and bridge -> heap -> semantic-objects, and never back. */
    ArchRule arrowsPointDown() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bridge")
                .definedBy(root + ".bridge..")
                .layer("machine")
                .definedBy(root + ".machine..")
                .layer("choreography")
                .definedBy(root + ".choreography..")
                .layer("heap")
                .definedBy(root + ".heap..")
                .layer("semantic-objects")
                .definedBy(root + ".semanticobjects..")
                .whereLayer("bridge")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("machine")
                .mayOnlyBeAccessedByLayers("bridge")
                .whereLayer("choreography")
                .mayOnlyBeAccessedByLayers("bridge", "machine")
                .whereLayer("heap")
                .mayOnlyBeAccessedByLayers("bridge")
                .whereLayer("semantic-objects")
                .mayOnlyBeAccessedByLayers("bridge", "machine", "choreography", "heap");
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
                .resideInAPackage(root + ".heap.lean..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".heap.hash..",
                        root + ".heap.resource..",
                        root + ".heap.state..",
                        root + ".heap.merkle..",
                        root + ".heap.replay..");
    }

    /** Dialect L is a second opinion only while it has code generation, loading and loop of its own (spec 22 §19). */
    ArchRule dialectsStayApart() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".machine.lean..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".machine.engine..",
                        root + ".machine.field..",
                        root + ".machine.scheduler..",
                        root + ".machine.session..",
                        root + ".machine.isa..");
    }

    /** Only the programs know that there is a standard output. */
    ArchRule streamsBelongToPrograms() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".bridge.cli..", root + ".bridge.role..", "dev.paritas.benchmarks..")
                .should(ACCESS_STANDARD_STREAMS);
    }

    /** What people read passes one place, which lets nothing foreign act on a terminal. */
    ArchRule peopleAreAddressedInOnePlace() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".bridge.cli..")
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
