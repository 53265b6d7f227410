package dev.paritas.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.architecture.Citations.Citation;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever code, tests, Lean sources and documents cite of the specification is there. */
class SpecificationCitationTest {
    private static final Path SPECIFICATION = Checkout.ROOT.resolve("docs/spec");

    @TempDir
    Path folder;

    @Test
    void every_citation_leads_to_a_section_of_the_specification() throws IOException {
        Specification specification = Specification.read(SPECIFICATION);
        assertThat(specification.names()).hasSize(18);
        List<Path> files = Sources.citing(Checkout.ROOT);
        assertThat(files).hasSizeGreaterThan(1_000);
        List<String> faults = faults(specification, Checkout.ROOT, files);
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void lists_ranges_and_whole_files_are_understood() {
        assertThat(Citations.in("(spec 22 §15.2-3)")).containsExactly(cite("22", "15.2"), cite("22", "15.3"));
        assertThat(Citations.in("22 §16 row 1")).containsExactly(cite("22", "16"));
        assertThat(Citations.in("with the names of spec 12 and 22"))
                .containsExactly(new Citation("12", null), new Citation("22", null));
        assertThat(Citations.in("spec 40 §5–§7, §9"))
                .containsExactly(cite("40", "5"), cite("40", "6"), cite("40", "7"), cite("40", "9"));
        assertThat(Citations.in(" * (spec 30 §11,\n     * §12 and 31 §2.1)."))
                .containsExactly(cite("30", "11"), cite("30", "12"), cite("31", "2.1"));
        assertThat(Citations.in("see docs/spec/52b-scenario-middleware.md §8")).containsExactly(cite("52b", "8"));
        assertThat(Citations.in("Specs 20 §3 to §5"))
                .containsExactly(cite("20", "3"), cite("20", "4"), cite("20", "5"));
        assertThat(Citations.in("`52b` §1 has 12 rows, chapter 3 of 10")).containsExactly(cite("52b", "1"));
        assertThat(Citations.in("spec 52 §3.6, against the fixtures (§3.5)"))
                .containsExactly(cite("52", "3.6"), cite("52", "3.5"));
        assertThat(Citations.in("the log of `31` §11.6; then §4", "52b"))
                .containsExactly(cite("31", "11.6"), cite("52b", "4"));
        assertThat(Citations.in("a spec of 20 pages; 1.22 §3; house.md §4")).isEmpty();
    }

    @Test
    void a_planted_citation_that_leads_nowhere_is_found() throws IOException {
        Specification specification = Specification.read(SPECIFICATION);
        Path file = folder.resolve("A.java");
        Files.writeString(file, "/** Right: spec 22 §16. Wrong: spec 22 §99, and (spec 99\n * §1), 51 §8.1-9. */");
        assertThat(faults(specification, folder, List.of(file)))
                .containsExactly(
                        "A.java: 22-lean-machine-runner.md has no section 99",
                        "A.java: there is no file 99",
                        "A.java: 51-threaded-envelope-determinism.md has no section 8.5",
                        "A.java: 51-threaded-envelope-determinism.md has no section 8.6",
                        "A.java: 51-threaded-envelope-determinism.md has no section 8.7",
                        "A.java: 51-threaded-envelope-determinism.md has no section 8.8",
                        "A.java: 51-threaded-envelope-determinism.md has no section 8.9");
    }

    private static Citation cite(String document, String section) {
        return new Citation(document, section);
    }

    private static List<String> faults(Specification specification, Path root, List<Path> files) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            for (Citation citation : Citations.in(Files.readString(file), specification.number(file))) {
                String fault = specification.fault(citation);
                if (fault != null) {
                    faults.add(root.relativize(file) + ": " + fault);
                }
            }
        }
        return faults;
    }
}
