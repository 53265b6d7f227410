package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a user of the library meets: only what is exported to everybody, the JDK, and annotations. */
class ExportedSignaturesTest {
    private static final String TELEMETRY = "dev.paritas.bridge.telemetry";

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.paritas");

    private static List<ModuleDescriptor> modules() {
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("paritas") || entry.endsWith("classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(path).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith("dev.paritas.") && !module.isAutomatic())
                .toList();
    }

    /** {@return the packages that are exported to everybody} */
    private static Set<String> exported() {
        return modules().stream()
                .flatMap(module -> module.exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_room_of_the_library_has_a_descriptor() {
        assertThat(modules())
                .extracting(ModuleDescriptor::name)
                .containsExactlyInAnyOrder(
                        "dev.paritas.semanticobjects",
                        "dev.paritas.choreography",
                        "dev.paritas.heap",
                        "dev.paritas.machine",
                        "dev.paritas.simulation",
                        "dev.paritas.admission",
                        "dev.paritas.model",
                        "dev.paritas.search",
                        "dev.paritas.bridge",
                        "dev.paritas.junit");
    }

    @Test
    void the_bridge_exports_its_facade_and_what_needs_opentelemetry() {
        assertThat(exported().stream().filter(name -> name.startsWith("dev.paritas.bridge")))
                .containsExactly("dev.paritas.bridge", TELEMETRY);
    }

    @Test
    void exported_signatures_name_nothing_that_a_user_cannot_reach() {
        Set<String> exported = exported();
        List<JavaClass> types = product.stream()
                .filter(type -> exported.contains(type.getPackageName()) && Signatures.isOpen(type))
                .toList();
        assertThat(types).hasSizeGreaterThan(100);
        Set<String> strangers = new LinkedHashSet<>();
        for (JavaClass type : types) {
            Signatures.of(type)
                    .map(JavaClass::getBaseComponentType)
                    .filter(named -> !named.isPrimitive() && !isKnown(named, exported))
                    .filter(named ->
                            !isOpenTelemetry(named) || !type.getPackageName().equals(TELEMETRY))
                    .forEach(named -> strangers.add(type.getName() + " names " + named.getName()));
        }
        assertThat(strangers).as(String.join("\n", strangers)).isEmpty();
    }

    /** Its users come with it; the class path of this test is the distribution's, which does not have it. */
    private static boolean isOpenTelemetry(JavaClass named) {
        return named.getName().startsWith("io.opentelemetry.");
    }

    private static boolean isKnown(JavaClass named, Set<String> exported) {
        String name = named.getName();
        return name.startsWith("java.") || exported.contains(named.getPackageName());
    }
}
