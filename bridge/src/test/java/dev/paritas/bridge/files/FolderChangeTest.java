package dev.paritas.bridge.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several files of a folder: all old or all new, whatever fails, once somebody has opened the folder again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be moved there, and links need a privilege")
class FolderChangeTest {
    private static final Map<String, String> OLD =
            Map.of("a/x", "old x", "a/y", "old y", "gone", "old", "kept", "kept");
    private static final Map<String, String> NEW =
            Map.of("a/x", "new x", "a/y", "new y", "b/c/z", "new z", "kept", "kept");
    private static final FolderChange CHANGE = new FolderChange(
            Map.of("a/x", utf8("new x"), "a/y", utf8("new y"), "b/c/z", utf8("new z")), List.of("gone"));

    @TempDir
    private Path parent = Path.of("");

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private Path old(String name) throws IOException {
        Path folder = parent.resolve(name);
        for (Map.Entry<String, String> file : OLD.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    /** {@return every file, hidden ones too} */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void everything_is_on_the_disk_before_it_counts_and_after_that_only_moved() throws IOException {
        Path folder = old("folder");
        FailingDisk disk = FailingDisk.sound();
        CHANGE.applyTo(disk, folder);
        assertThat(disk.steps())
                .containsExactly(
                        "folder *",
                        "folder new",
                        "folder a",
                        "write x",
                        "write y",
                        "folder b",
                        "folder c",
                        "write z",
                        "flush a",
                        "flush c",
                        "flush b",
                        "flush new",
                        "write deleted",
                        "flush *",
                        "move * .paritas-change",
                        "flush folder",
                        "move x x",
                        "move y y",
                        "flush a",
                        "move b b",
                        "flush folder",
                        "delete gone",
                        "flush folder",
                        "move .paritas-change *",
                        "flush folder");
        assertThat(files(folder)).isEqualTo(NEW);
        assertThat(folder.resolve(".paritas-change")).doesNotExist();
    }

    @Test
    void a_failure_at_any_step_leaves_all_old_or_all_new_files_once_the_folder_is_opened_again() throws IOException {
        int steps = 25;
        int counts = 15;
        for (int step = 0; step < steps; step++) {
            Path folder = old("folder" + step);
            FailingDisk disk = new FailingDisk(step);
            assertThatThrownBy(() -> CHANGE.applyTo(disk, folder))
                    .as("step %d", step)
                    .hasMessageStartingWith("planted at ");
            if (step < counts) {
                assertThat(files(folder)).as("at once after step %d", step).isEqualTo(OLD);
            }
            FolderChange.finish(folder);
            Map<String, String> after = new TreeMap<>(files(folder));
            // The last step fails when the journal has another name already, and only its lists are left in it.
            after.keySet().removeIf(name -> name.startsWith(".paritas-write-"));
            assertThat(after).as("after step %d", step).isEqualTo(step < counts ? OLD : NEW);
        }
        CHANGE.applyTo(new FailingDisk(steps), old("last"));
    }

    @Test
    void a_new_folder_appears_whole_or_not_at_all() throws IOException {
        FolderChange change = new FolderChange(Map.of("a/x", utf8("x"), "index", utf8("i")), List.of());
        int steps = 8;
        for (int step = 0; step < steps; step++) {
            Path folder = parent.resolve("deep/folder" + step);
            FailingDisk disk = new FailingDisk(step);
            assertThatThrownBy(() -> change.applyTo(disk, folder)).hasMessageStartingWith("planted at ");
            if (step < steps - 1) {
                assertThat(folder).doesNotExist();
                try (Stream<Path> beside = Files.list(parent.resolve("deep"))) {
                    assertThat(beside).isEmpty();
                }
            } else {
                assertThat(files(folder)).isEqualTo(Map.of("a/x", "x", "index", "i"));
            }
        }
        FailingDisk disk = new FailingDisk(steps);
        change.applyTo(disk, parent.resolve("whole"));
        assertThat(disk.steps())
                .containsExactly(
                        "folder *",
                        "folder a",
                        "write x",
                        "write index",
                        "flush a",
                        "flush *",
                        "move * whole",
                        "flush " + parent.getFileName());
    }

    @Test
    void a_full_disk_leaves_the_old_files() throws Exception {
        try (SmallDisk disk = SmallDisk.at(Files.createDirectory(parent.resolve("small")))) {
            Path folder = old("small/folder");
            FolderChange change = new FolderChange(Map.of("a/x", utf8("new"), "b", new byte[1 << 20]), List.of("gone"));
            for (Path place : List.of(folder, disk.folder().resolve("fresh"))) {
                assertThatThrownBy(() -> change.applyTo(place)).hasMessageContaining("No space left on device");
            }
            assertThat(files(disk.folder())).hasSameSizeAs(OLD);
            assertThat(files(folder)).isEqualTo(OLD);
        }
    }

    @Test
    void a_second_change_comes_after_one_that_was_begun() throws IOException {
        Path folder = old("folder");
        FailingDisk disk = new FailingDisk(17);
        assertThatThrownBy(() -> CHANGE.applyTo(disk, folder)).hasMessage("planted at move y y");
        assertThat(files(folder)).containsEntry("a/x", "new x").containsEntry("a/y", "old y");
        new FolderChange(Map.of("a/y", utf8("third")), List.of("b/c/z")).applyTo(folder);
        assertThat(files(folder)).isEqualTo(Map.of("a/x", "new x", "a/y", "third", "kept", "kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/../b", "/a", "a/", "a//b", "a\\b", "a\nb", "a\0", ".paritas-change"})
    void a_path_that_could_lead_out_is_refused(String path) {
        assertThatThrownBy(() -> new FolderChange(Map.of(path, new byte[0]), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FolderChange(Map.of(), List.of(path)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/x", "gone"})
    void a_link_on_the_way_is_refused_before_anything_is_written(String place) throws IOException {
        Path folder = old("folder");
        Path outside = Files.move(folder.resolve(place), parent.resolve("outside"));
        Path link = Files.createSymbolicLink(folder.resolve(place), outside);
        FailingDisk disk = FailingDisk.sound();
        assertThatThrownBy(() -> CHANGE.applyTo(disk, folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(link + " is a symbolic link");
        assertThat(disk.steps()).isEmpty();
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_refused_before_anything_is_written() throws IOException {
        Path folder = old("folder");
        FailingDisk disk = FailingDisk.sound();
        for (FolderChange change : List.of(
                new FolderChange(Map.of("kept/x", new byte[0]), List.of()),
                new FolderChange(Map.of("a", new byte[0]), List.of()),
                new FolderChange(Map.of(), List.of("a")))) {
            assertThatThrownBy(() -> change.applyTo(disk, folder)).isInstanceOf(FileSystemException.class);
        }
        assertThat(disk.steps()).isEmpty();
        assertThat(files(folder)).isEqualTo(OLD);
    }

    /** {@return a hidden folder that came with a folder of somebody else's} */
    private Path planted(String name, String deleted) throws IOException {
        Path journal = Files.createDirectories(old(name).resolve(".paritas-change"));
        Files.createDirectories(journal.resolve("new/b"));
        Files.writeString(journal.resolve("deleted"), deleted);
        return journal;
    }

    private static void assertRefused(Path journal) {
        assertThatThrownBy(() -> FolderChange.finish(journal.resolveSibling("")))
                .isInstanceOf(FileSystemException.class);
    }

    @Test
    void a_change_that_was_planted_reaches_nothing_outside() throws IOException {
        Path precious = Files.writeString(parent.resolve("precious"), "mine");
        assertRefused(planted("out", "../precious"));

        Path deletes = planted("deletes", "a/link/precious");
        Files.createSymbolicLink(deletes.resolveSibling("a/link"), parent);
        assertRefused(deletes);

        Path brings = planted("brings", "");
        Files.createSymbolicLink(brings.resolve("new/b/z"), precious);
        Files.createDirectory(brings.resolveSibling("b"));
        assertRefused(brings);

        Path writes = planted("writes", "");
        Files.writeString(writes.resolve("new/b/z"), "theirs");
        Files.createSymbolicLink(writes.resolveSibling("b"), parent);
        assertRefused(writes);

        Path elsewhere = Files.move(planted("linked", ""), parent.resolve("elsewhere"));
        Path linked = Files.createSymbolicLink(parent.resolve("linked/.paritas-change"), elsewhere);
        assertRefused(linked);

        Path without = planted("without", "");
        Files.delete(without.resolve("deleted"));
        assertRefused(without);

        assertThat(precious).hasContent("mine");
        assertThat(parent.resolve("z")).doesNotExist();
    }
}
