package dev.paritas.app.command;

import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildProcesses;
import java.nio.file.Path;

/** Where runner processes are looked for and started from: the working directory, with this process's environment. */
final class Hosts {
    private Hosts() {}

    static RunnerHost here() {
        return here(new ChildProcesses());
    }

    /** @param children who starts the processes, and ends them */
    static RunnerHost here(ChildProcesses children) {
        return new RunnerHost(children, Path.of(""), System.getenv());
    }
}
