package dev.paritas.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the children when SIGKILL ends the program that started them, so that it cannot end them itself. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the state of a process is read from /proc")
@Timeout(120)
class KilledOwnerTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<String> java(String... arguments) {
        List<String> argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledOwner.class.getName()));
        argv.addAll(List.of(arguments));
        return argv;
    }

    private void assertEndsWithItsOwner(String kind, List<String> child) throws Exception {
        FakeChild fake = new FakeChild(folder);
        List<String> argv = java(kind, fake.pids().toString());
        argv.addAll(child);
        Process owner = new ProcessBuilder(argv).inheritIO().start();
        try {
            fake.awaitNoted(1);
        } finally {
            owner.destroyForcibly().waitFor();
        }
        long pid = Long.parseLong(Files.readAllLines(fake.pids()).getFirst().strip());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (FakeChild.running(pid) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        boolean left = FakeChild.running(pid);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(left).as("process %s is still running", pid).isFalse();
    }

    @Test
    void a_serving_child_ends_with_its_input() throws Exception {
        assertEndsWithItsOwner(
                "serve",
                new FakeChild(folder).script("while read -r line; do :; done").argv());
    }

    @Test
    void our_own_executable_ends_when_its_parent_is_gone() throws Exception {
        assertEndsWithItsOwner("once", java("work", new FakeChild(folder).pids().toString()));
    }
}
