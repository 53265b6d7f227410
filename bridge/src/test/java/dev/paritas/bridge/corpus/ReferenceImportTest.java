package dev.paritas.bridge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up checkout, with the reference's files at places of a real one and things beside them that are none. */
class ReferenceImportTest {
    private static final String END = "{\"kind\":\"end\"}";
    private static final String SCENARIO =
            "name = \"x\"\nroles = [\"A\"]\nsteps = 3\n[field]\nlayer = \"mean_field\"\n";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve("checkout").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path checkout() throws IOException {
        file("rust/bridge/golden/ping/input.json", END);
        file("rust/bridge/golden/ping/A.expected.json", END);
        file("rust/runtime/tests/vectors/heap_vectors_v1.json", "{}");
        file("rust/bridge/tests/data/heap_lean_parity_v1.json", "{}");
        file("rust/search/artifacts/search_vectors_v1.json", "{}");
        file("rust/search/artifacts/search_recovery_vectors_v1.json", "{}");
        file("scenarios/mean_field_ising.toml", SCENARIO);
        file("rust/Cargo.toml", "[workspace.package]\nversion = \"17.0.0\"\n");
        file(".git/HEAD", "ref: refs/heads/main\n");
        file(".git/packed-refs", "# pack-refs\n" + "d5bed45".repeat(6).substring(0, 40) + " refs/heads/main\n");
        return folder.resolve("checkout");
    }

    @Test
    void files_are_found_wherever_they_stand_and_the_index_tells_where() throws IOException {
        ReferenceImport taken = ReferenceImport.of(checkout());
        assertThat(taken.files().keySet())
                .containsExactly(
                        "golden/ping/A.expected.json",
                        "golden/ping/input.json",
                        "heap/heap_lean_parity_v1.json",
                        "heap/heap_vectors_v1.json",
                        "search-parity/search_recovery_vectors_v1.json",
                        "search-parity/search_vectors_v1.json",
                        "simulator-scenarios/mean_field_ising.toml");
        assertThat(taken.leftOut()).isEmpty();
        assertThat(taken.index().program()).isEqualTo("telltale 17.0.0");
        assertThat(taken.index().commit()).hasSize(40).startsWith("d5bed45");
        assertThat(taken.index().files())
                .extracting(ReferenceFile::source)
                .contains("rust/runtime/tests/vectors/heap_vectors_v1.json", "scenarios/mean_field_ising.toml");

        Path written = folder.resolve("reference");
        taken.write(written);
        assertThat(ReferenceFolder.read(written).files().keySet())
                .isEqualTo(taken.files().keySet());
    }

    @Test
    void a_head_that_names_no_file_tells_no_commit() throws IOException {
        Path checkout = checkout();
        file(".git/HEAD", "ref: refs/heads/\0main\n");
        assertThat(ReferenceImport.of(checkout).index().commit()).isNull();
    }

    @Test
    void a_folder_that_was_imported_can_be_imported_again() throws IOException {
        ReferenceImport first = ReferenceImport.of(checkout());
        Path written = folder.resolve("reference");
        first.write(written);
        assertThat(ReferenceImport.of(written).files().keySet())
                .isEqualTo(first.files().keySet());
        file("scenarios/second.toml", SCENARIO);
        Files.delete(folder.resolve("checkout/scenarios/mean_field_ising.toml"));
        ReferenceImport.of(folder.resolve("checkout")).write(written);
        assertThat(ReferenceFolder.read(written).files())
                .containsKey("simulator-scenarios/second.toml")
                .doesNotContainKey("simulator-scenarios/mean_field_ising.toml");
    }

    @Test
    void what_has_only_the_name_is_left_out_and_told() throws IOException {
        Path checkout = checkout();
        file("rust/bridge/golden/bad/input.json", "{\"kind\":\"end\"");
        file("rust/more/heap_vectors_v2.json", "[]");
        file("scenarios/no-scenario.toml", "[package]\nname = \"x\"\nroles = 1\nsteps = 1\n");
        file("elsewhere/input.json", END);
        file("elsewhere/other.toml", SCENARIO);
        file("target/golden/built/input.json", END);
        Files.createSymbolicLink(checkout.resolve("golden"), checkout.resolve("rust/bridge/golden"));
        ReferenceImport taken = ReferenceImport.of(checkout);
        assertThat(taken.files()).hasSize(7);
        assertThat(taken.leftOut()).hasSize(3);
        assertThat(taken.leftOut().getFirst()).startsWith("rust/bridge/golden/bad/input.json: it is no type: ");
        assertThat(taken.leftOut().subList(1, 3))
                .containsExactly(
                        "rust/more/heap_vectors_v2.json: it is no JSON object",
                        "scenarios/no-scenario.toml: it has no roles and steps before its first table");
    }

    @Test
    void two_files_for_one_place_must_be_equal() throws IOException {
        Path checkout = checkout();
        file("copy/heap_vectors_v1.json", "{}");
        assertThat(ReferenceImport.of(checkout).files()).hasSize(7);
        file("copy/heap_vectors_v1.json", "{\"a\":1}");
        assertThatThrownBy(() -> ReferenceImport.of(checkout))
                .isInstanceOf(ProblemException.class)
                .hasMessage("copy/heap_vectors_v1.json and rust/runtime/tests/vectors/heap_vectors_v1.json differ,"
                        + " and both are heap/heap_vectors_v1.json");
    }

    @Test
    void a_checkout_without_such_a_file_is_refused() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("README.md"), "no reference");
        assertThatThrownBy(() -> ReferenceImport.of(other))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.only(CorpusProblem.class).kind())
                                .isEqualTo(CorpusErrorCode.FILE_MISSING));
    }

    @Test
    void a_folder_that_holds_anything_else_is_not_touched() throws IOException {
        ReferenceImport taken = ReferenceImport.of(checkout());
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Path notes = Files.writeString(mine.resolve("notes.txt"), "keep");
        assertThatThrownBy(() -> taken.write(mine))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.only(CorpusProblem.class).kind())
                                .isEqualTo(CorpusErrorCode.FILE_UNLISTED));
        assertThat(notes).hasContent("keep");
        assertThat(mine.resolve(ReferenceIndex.FILE)).doesNotExist();
    }
}
