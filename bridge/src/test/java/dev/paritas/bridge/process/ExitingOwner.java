package dev.paritas.bridge.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A program that exits, with code 7, while a child of its own is still running. */
final class ExitingOwner {
    private ExitingOwner() {}

    public static void main(String[] args) throws Exception {
        Path pids = Path.of(args[1]);
        ChildCommand command =
                ChildCommand.of(Map.of("PATH", "/usr/bin:/bin", "PIDS", pids.toString()), "/bin/sh", args[0]);
        ChildProcesses children = new ChildProcesses();
        Thread waiting =
                new Thread(() -> children.run(command, new byte[0], ChildLimits.within(Duration.ofSeconds(30))));
        waiting.setDaemon(true);
        waiting.start();
        while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
            Thread.sleep(5);
        }
        System.exit(7);
    }
}
