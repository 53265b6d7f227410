package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes leave in the folder of temporary files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a dead process is made by a shell")
class ScratchTest {
    @TempDir
    private Path parent = Path.of("");

    /** {@return the name that a process which has ended would have given} */
    private static String dead() throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        process.waitFor();
        return "paritas-scratch-" + process.pid() + "-1700000000000-";
    }

    private static long startOfThisProcess() {
        return ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    }

    @Test
    void what_an_ended_process_left_is_taken_away() throws Exception {
        Path folder = Files.createDirectory(parent.resolve(dead() + "17"));
        Files.writeString(folder.resolve("log.json"), "{}");
        Path file = Files.writeString(parent.resolve(dead() + "18.json"), "{}");
        Scratch.sweep(parent);
        assertThat(folder).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void what_a_living_process_uses_stays() throws IOException {
        Path own = Scratch.folder(parent);
        Files.writeString(own.resolve("log.json"), "{}");
        Scratch.sweep(parent);
        assertThat(own.resolve("log.json")).exists();
        Scratch.remove(own);
        assertThat(own).doesNotExist();
    }

    @Test
    void a_process_that_got_the_number_of_an_ended_one_keeps_nothing_of_it() throws IOException {
        Path older = Files.createDirectory(parent.resolve(
                "paritas-scratch-" + ProcessHandle.current().pid() + "-" + (startOfThisProcess() - 60_000) + "-17"));
        Scratch.sweep(parent);
        assertThat(older).doesNotExist();
    }

    @Test
    void files_of_other_programs_stay() throws Exception {
        Path other = Files.writeString(parent.resolve("x" + dead() + "17"), "");
        Path unfinished = Files.writeString(parent.resolve("paritas-scratch-17"), "");
        Path huge = Files.writeString(parent.resolve("paritas-scratch-99999999999999999999999-1-17"), "");
        Scratch.sweep(parent);
        assertThat(other).exists();
        assertThat(unfinished).exists();
        assertThat(huge).exists();
    }

    @Test
    void no_symbolic_link_is_followed() throws Exception {
        Path precious = Files.createDirectory(parent.resolve("precious"));
        Files.writeString(precious.resolve("thesis"), "");
        Path linked = Files.createSymbolicLink(parent.resolve(dead() + "17"), precious);
        Path folder = Files.createDirectory(parent.resolve(dead() + "18"));
        Files.createSymbolicLink(folder.resolve("link"), precious);
        Scratch.sweep(parent);
        assertThat(precious.resolve("thesis")).exists();
        assertThat(linked).doesNotExist();
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_folder_that_has_folders_is_none_of_ours() throws Exception {
        Path folder = Files.createDirectory(parent.resolve(dead() + "17"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("file"), "");
        Scratch.sweep(parent);
        assertThat(inner.resolve("file")).exists();
    }

    @Test
    void a_parent_that_is_not_there_is_no_failure() {
        Scratch.sweep(parent.resolve("missing"));
        assertThat(parent.resolve("missing")).doesNotExist();
    }
}
