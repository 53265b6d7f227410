package dev.paritas.bridge.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One file: old or new, whatever fails. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links, pipes and permissions are those of POSIX")
class WholeFileTest {
    private static final byte[] NEW = "the new document".getBytes(UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private Path old() throws IOException {
        return Files.writeString(folder.resolve("out.json"), "the old one");
    }

    private void assertAlone(Path... files) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).containsExactlyInAnyOrder(files);
        }
    }

    @Test
    void the_bytes_are_on_the_disk_before_they_have_the_name_and_then_the_name_is() throws IOException {
        FailingDisk disk = FailingDisk.sound();
        WholeFile.writeAll(disk, Map.of(old(), NEW));
        assertThat(disk.steps()).containsExactly("write *", "move * out.json", "flush " + folder.getFileName());
        assertThat(old()).exists();
    }

    @Test
    void a_failure_before_the_file_has_its_name_leaves_the_old_one_and_nothing_else() throws IOException {
        for (int step = 0; step < 2; step++) {
            Path file = old();
            FailingDisk disk = new FailingDisk(step);
            assertThatThrownBy(() -> WholeFile.writeAll(disk, Map.of(file, NEW)))
                    .hasMessageStartingWith("planted at ");
            assertThat(file).hasContent("the old one");
            assertAlone(file);
        }
    }

    @Test
    void of_two_files_none_is_replaced_before_both_are_whole() throws IOException {
        Path first = old();
        Path second = Files.writeString(folder.resolve("log.json"), "the old log");
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(first, NEW);
        files.put(second, NEW);
        for (int step = 0; step < 3; step++) {
            FailingDisk disk = new FailingDisk(step);
            assertThatThrownBy(() -> WholeFile.writeAll(disk, files)).hasMessageStartingWith("planted at ");
            assertThat(first).hasContent("the old one");
            assertThat(second).hasContent("the old log");
            assertAlone(first, second);
        }
        WholeFile.writeAll(files);
        assertThat(first).hasBinaryContent(NEW);
        assertThat(second).hasBinaryContent(NEW);
    }

    @Test
    void a_full_disk_leaves_the_old_file() throws Exception {
        try (SmallDisk disk = SmallDisk.at(Files.createDirectory(folder.resolve("small")))) {
            Path file = Files.writeString(disk.folder().resolve("out.json"), "the old one");
            assertThatThrownBy(() -> WholeFile.write(file, new byte[1 << 20]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
            assertThat(file).hasContent("the old one");
            try (Stream<Path> entries = Files.list(disk.folder())) {
                assertThat(entries).containsExactly(file);
            }
            WholeFile.write(file, new byte[1 << 13]);
            assertThat(file).hasSize(1 << 13);
        }
    }

    @Test
    void an_old_file_keeps_its_permissions_and_a_new_one_has_those_of_any_new_file() throws IOException {
        Path file = old();
        for (String permissions : new String[] {"rw-------", "rw-rw-rw-", "rwxr-xr-x"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            WholeFile.write(file, NEW);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
        Path fresh = folder.resolve("fresh.json");
        WholeFile.write(fresh, NEW);
        assertThat(Files.getPosixFilePermissions(fresh))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("any"))));
    }

    @Test
    void a_link_stays_and_the_file_behind_it_is_replaced() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path file = Files.writeString(inner.resolve("out.json"), "the old one");
        Path second = Files.createSymbolicLink(inner.resolve("second"), Path.of("out.json"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner/second"));
        WholeFile.write(first, NEW);
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(file).hasBinaryContent(NEW).isRegularFile();
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("inner/fresh.json"));
        WholeFile.write(dangling, NEW);
        assertThat(dangling).isSymbolicLink();
        assertThat(inner.resolve("fresh.json")).hasBinaryContent(NEW);
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> WholeFile.write(circle, NEW))
                .isInstanceOfSatisfying(FileSystemException.class, problem -> {
                    assertThat(problem.getFile()).isEqualTo(circle.toString());
                    assertThat(problem.getReason()).isEqualTo("Too many levels of symbolic links");
                });
    }

    @Test
    void a_pipe_is_written_to_and_not_replaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        WholeFile.write(pipe, NEW);
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(NEW);
        assertAlone(pipe);
    }

    @Test
    void a_folder_is_no_place_for_a_document() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThatThrownBy(() -> WholeFile.write(inner, NEW)).hasMessageContaining("Is a directory");
        assertAlone(inner);
    }

    @Test
    void a_failure_names_the_file_that_the_user_named() {
        Path file = folder.resolve("missing/out.json");
        assertThatThrownBy(() -> WholeFile.write(file, NEW))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file.toString());
    }

    @Test
    void what_an_ended_process_left_beside_is_taken_away_and_nothing_else() throws Exception {
        Process ended = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        ended.waitFor();
        Path left = Files.writeString(folder.resolve(".paritas-write-" + ended.pid() + "-1700000000000-17"), "half");
        Path living = Files.writeString(Beside.in(folder), "half");
        Path other = Files.writeString(folder.resolve(".paritas"), "");
        Path file = folder.resolve("out.json");
        WholeFile.write(file, NEW);
        assertThat(left).doesNotExist();
        assertAlone(living, other, file);
    }
}
