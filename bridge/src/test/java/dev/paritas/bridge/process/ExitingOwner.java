package dev.paritas.bridge.process;

import dev.paritas.testsupport.NotedProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A program that exits, with code 7, while a child of its own is still running. */
final class ExitingOwner {
    private ExitingOwner() {}

    public static void main(String[] args) throws Exception {
        NotedProcesses noted = new NotedProcesses(Path.of(args[1]));
        ChildCommand command = ChildCommand.of(Map.of("PATH", "/usr/bin:/bin", "PIDS", args[1]), "/bin/sh", args[0]);
        ChildProcesses children = new ChildProcesses();
        Thread waiting =
                new Thread(() -> children.run(command, new byte[0], ChildLimits.within(Duration.ofSeconds(30))));
        waiting.setDaemon(true);
        waiting.start();
        noted.await(2);
        System.exit(7);
    }
}
