package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.ProjectFolders;
import java.nio.file.Path;

/** The runners of a checkout, where {@code just dist} assembles them, or of a distribution. */
record Distribution(Path projectRoot) {
    private Path runners() {
        return ProjectFolders.at(projectRoot).runners();
    }

    Path validator() {
        return runners().resolve(LeanWorkspace.VALIDATOR.getFileName());
    }

    Path bundleRunner(String executable) {
        return runners().resolve(executable);
    }

    Path machineRunner() {
        return runners().resolve(LeanWorkspace.MACHINE_RUNNER.getFileName());
    }

    Path machineValidator() {
        return runners().resolve(LeanWorkspace.MACHINE_VALIDATOR.getFileName());
    }

    Path heapRunner() {
        return runners().resolve(LeanWorkspace.HEAP_RUNNER.getFileName());
    }
}
