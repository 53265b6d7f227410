package dev.paritas.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFoldersTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void a_checkout_has_its_programs_and_reports_in_its_target() throws IOException {
        Files.createDirectory(root.resolve("corpus"));
        Files.createFile(root.resolve("justfile"));
        ProjectFolders found = ProjectFolders.find(root).orElseThrow();
        assertThat(found.kind()).isEqualTo(ProjectFolders.Kind.CHECKOUT);
        assertThat(found.runners()).isEqualTo(root.resolve("target/dist/runners"));
        assertThat(found.reports()).isEqualTo(root.resolve("target/parity"));
    }

    @Test
    void a_distribution_has_its_programs_in_itself_and_reports_elsewhere() throws IOException {
        Files.createDirectory(root.resolve("corpus"));
        Files.createDirectory(root.resolve("lib"));
        Files.createFile(root.resolve("lib/paritas.jar"));
        ProjectFolders found = ProjectFolders.find(root).orElseThrow();
        assertThat(found.kind()).isEqualTo(ProjectFolders.Kind.DISTRIBUTION);
        assertThat(found.runners()).isEqualTo(root.resolve("runners"));
        assertThat(found.reports()).isEqualTo(Path.of("parity").toAbsolutePath());
    }

    @Test
    void another_folder_is_neither_and_is_taken_for_a_checkout_where_it_is_named() throws IOException {
        assertThat(ProjectFolders.find(root)).isEmpty();
        Files.createDirectory(root.resolve("corpus"));
        assertThat(ProjectFolders.find(root)).isEmpty();
        assertThat(ProjectFolders.at(root).kind()).isEqualTo(ProjectFolders.Kind.CHECKOUT);
    }
}
