package dev.paritas.bridge.process;

import dev.paritas.testsupport.Await;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.NotedProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private void assertEndsWithItsOwner(String kind, List<String> child) throws Exception {
        NotedProcesses noted = new FakeChild(folder).noted();
        List<String> argv =
                Executables.java(KilledOwner.class, kind, noted.file().toString());
        argv.addAll(child);
        Process owner = new ProcessBuilder(argv).inheritIO().start();
        try {
            noted.await(1);
        } finally {
            owner.destroyForcibly().waitFor();
        }
        long id = noted.ids().getFirst();
        try {
            Await.until("end of process " + id, Duration.ofSeconds(30), () -> !NotedProcesses.running(id));
        } finally {
            ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void a_serving_child_ends_with_its_input() throws Exception {
        assertEndsWithItsOwner(
                "serve",
                new FakeChild(folder).script("while read -r line; do :; done").argv());
    }

    @Test
    void our_own_executable_ends_when_its_parent_is_gone() throws Exception {
        assertEndsWithItsOwner(
                "once",
                Executables.java(
                        KilledOwner.class,
                        "work",
                        new FakeChild(folder).noted().file().toString()));
    }
}
