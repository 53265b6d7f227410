package dev.paritas.bridge.implementation;

import java.nio.file.Path;

/** The runners that {@code just dist} assembles under a project root. */
record Distribution(Path projectRoot) {
    private static final Path RUNNERS = Path.of("target/dist/runners");

    Path validator() {
        return projectRoot.resolve(RUNNERS).resolve(LeanWorkspace.VALIDATOR.getFileName());
    }

    Path bundleRunner(String executable) {
        return projectRoot.resolve(RUNNERS).resolve(executable);
    }

    Path machineRunner() {
        return projectRoot.resolve(RUNNERS).resolve(LeanWorkspace.MACHINE_RUNNER.getFileName());
    }

    Path machineValidator() {
        return projectRoot.resolve(RUNNERS).resolve(LeanWorkspace.MACHINE_VALIDATOR.getFileName());
    }

    Path heapRunner() {
        return projectRoot.resolve(RUNNERS).resolve(LeanWorkspace.HEAP_RUNNER.getFileName());
    }
}
