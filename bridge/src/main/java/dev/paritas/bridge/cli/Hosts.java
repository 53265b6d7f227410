package dev.paritas.bridge.cli;

import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.runner.RunnerHost;
import java.nio.file.Path;

/** Where runner processes are looked for and started from: the working directory, with this process's environment. */
final class Hosts {
    private Hosts() {}

    static RunnerHost here() {
        return new RunnerHost(new ChildProcesses(), Path.of(""), System.getenv());
    }
}
