package dev.paritas.bridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lean/README.md} says of each theorem where it is proved and which Java test quotes it, and this is so. */
class TheoremTableTest {
    private static final String README = """
            | theorem | says | file | Java test |
            |---|---|---|---|
            | `Heap.fresh`, `once` | it is so | `Thm/Heap` | `HeapTest` |
            | `Heap.only_here` | of the model alone | `Thm/Heap` | |
            """;
    private static final String LEAN = """
            namespace Paritas
            namespace Heap
            theorem fresh (id : Nat) : True := trivial
            theorem once : True := trivial
            end Heap
            private theorem hidden : True := trivial
            theorem Heap.only_here : True := trivial
            end Paritas
            """;
    private static final String JAVA =
            "/** {@code Heap.fresh} and {@code once}, not {@code Heap.only_here}. */ class HeapTest {}";

    @TempDir
    Path root;

    private TheoremTable table(String readme, String lean, String java) throws IOException {
        Files.createDirectories(root.resolve("lean/Paritas/Thm"));
        Path tests = Files.createDirectories(root.resolve("heap/src/test/java/dev/heap"));
        Files.writeString(root.resolve("lean/README.md"), readme);
        Files.writeString(root.resolve("lean/Paritas/Thm/Heap.lean"), lean);
        Files.writeString(tests.resolve("HeapTest.java"), java);
        return new TheoremTable(root);
    }

    @Test
    void every_theorem_is_where_the_table_says_and_quoted_by_the_test_that_it_names() throws IOException {
        assertThat(new TheoremTable(Checkout.ROOT).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "theorem once | theorem twice | Thm/Heap has no theorem once",
                "theorem once | private theorem once | Thm/Heap has no theorem once",
                "namespace Heap | namespace Other | Thm/Heap has no theorem Heap.fresh",
                "`Thm/Heap` | `Thm/Gone` | Thm/Gone has no theorem Heap.fresh",
                "`HeapTest` | `GoneTest` | GoneTest is the name of 0 test classes",
                "`HeapTest` | `other.HeapTest` | other.HeapTest is the name of 0 test classes",
                "{@code once} | once | HeapTest: no quote of once",
                "{@code | <code> | HeapTest quotes no theorem of its row",
                "Java test | test | lean/README.md has no table with the head"
            })
    void each_planted_fault_is_found(String old, String planted, String finding) throws IOException {
        assertThat(table(README, LEAN, JAVA).findings()).isEmpty();
        assertThat(README + LEAN + JAVA).contains(old);
        assertThat(table(README.replace(old, planted), LEAN.replace(old, planted), JAVA.replace(old, planted))
                        .findings())
                .anyMatch(found -> found.startsWith(finding));
    }

    @Test
    void a_name_of_two_classes_needs_its_package() throws IOException {
        TheoremTable table = table(README, LEAN, JAVA);
        Path other = Files.createDirectories(root.resolve("machine/src/test/java/dev/machine"));
        Files.writeString(other.resolve("HeapTest.java"), JAVA);
        assertThat(table.findings()).contains("HeapTest is the name of 2 test classes");
        Files.writeString(root.resolve("lean/README.md"), README.replace("`HeapTest`", "`heap.HeapTest`"));
        assertThat(table.findings()).isEmpty();
    }
}
