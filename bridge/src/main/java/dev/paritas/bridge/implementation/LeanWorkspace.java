package dev.paritas.bridge.implementation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory that holds a built Lean project, and the executables below it (spec 12 §3.1, 22 §14.1). */
record LeanWorkspace(Path root) {
    static final Path VALIDATOR = Path.of("lean/.lake/build/bin/telltale_validator");
    static final Path MACHINE_RUNNER = Path.of("lean/.lake/build/bin/protocol_machine_runner");
    static final Path HEAP_RUNNER = Path.of("lean/.lake/build/bin/heap_parity_runner");
    static final Path MACHINE_VALIDATOR = Path.of("lean/.lake/build/bin/protocol_machine_validator");

    /** Where a built workspace keeps its executables. */
    static final Path BINARIES = Path.of("lean/.lake/build/bin");

    private static final Path MACHINE_RUNNER_SCRIPT = Path.of("scripts/lean/protocol-machine-runner.sh");
    private static final Path MACHINE_VALIDATOR_SCRIPT = Path.of("scripts/lean/protocol-machine-validator.sh");
    private static final Path MARKER = Path.of("lean/.lake");
    private static final int MAX_DIRECTORIES = 5;

    /** {@return the first of {@code start} and its four nearest parents that has a {@code lean/.lake} directory} */
    static Optional<LeanWorkspace> find(Path start) {
        Path directory = start;
        for (int i = 0; i < MAX_DIRECTORIES && directory != null; i++) {
            if (Files.isDirectory(directory.resolve(MARKER))) {
                return Optional.of(new LeanWorkspace(directory));
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }

    Optional<Path> validator() {
        return existing(VALIDATOR);
    }

    /** {@return the native runner, else the script that interprets its source} */
    Optional<Path> machineRunner() {
        return existing(MACHINE_RUNNER).or(() -> existing(MACHINE_RUNNER_SCRIPT));
    }

    /** {@return the native validator of bundles, else the script that interprets its source} */
    Optional<Path> machineValidator() {
        return existing(MACHINE_VALIDATOR).or(() -> existing(MACHINE_VALIDATOR_SCRIPT));
    }

    /** {@return the native runner of a reduced bundle} */
    Optional<Path> bundleRunner(String executable) {
        return existing(BINARIES.resolve(executable));
    }

    Optional<Path> heapRunner() {
        return existing(HEAP_RUNNER);
    }

    private Optional<Path> existing(Path relative) {
        return Optional.of(root.resolve(relative)).filter(Files::isRegularFile);
    }
}
