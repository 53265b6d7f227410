package dev.paritas.bridge.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A program that starts a child and waits, to be killed; and the child, one of our executables that works for ever. */
final class KilledOwner {
    private KilledOwner() {}

    public static void main(String[] args) throws Exception {
        Path pids = Path.of(args[1]);
        switch (args[0]) {
            case "serve" -> {
                ServedChild _ = ServedChild.start(new ChildProcesses(), command(pids, args), SessionLimits.DEFAULT);
                new CountDownLatch(1).await();
            }
            case "once" -> {
                ChildResult _ = new ChildProcesses()
                        .run(command(pids, args), new byte[0], ChildLimits.within(Duration.ofMinutes(10)));
            }
            default -> {
                ParentWatch.begin(System.getenv());
                Files.writeString(
                        pids,
                        ProcessHandle.current().pid() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                new CountDownLatch(1).await();
            }
        }
    }

    private static ChildCommand command(Path pids, String[] args) {
        return new ChildCommand(
                List.of(args).subList(2, args.length),
                Map.of("PATH", "/usr/bin:/bin", "PIDS", pids.toString()),
                Optional.empty());
    }
}
