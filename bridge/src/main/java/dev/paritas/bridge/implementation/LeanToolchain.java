package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How a Lean runner can be started here, or why it cannot; nothing is started to find that out. */
public sealed interface LeanToolchain {
    /** The environment variable that names a directory with runners; when it is set, no other way is tried. */
    String SETTING = "PARITAS_LEAN_RUNNERS";

    String VALIDATOR = Peer.VALIDATOR.executable();
    String MACHINE = Peer.MACHINE.executable();
    String MACHINE_VALIDATOR = Peer.MACHINE_VALIDATOR.executable();
    String HEAP = Peer.HEAP.executable();
    String EFFECTS = Peer.EFFECTS.executable();
    String SEARCH = Peer.SEARCH.executable();
    String CONFORMANCE = Peer.CONFORMANCE.executable();

    /** The runners that are made of the model, by the names of their executables. */
    List<String> RUNNERS = List.of(VALIDATOR, MACHINE, MACHINE_VALIDATOR, HEAP, EFFECTS, SEARCH, CONFORMANCE);

    /**
     * A runner that can be started.
     *
     * @param executable takes the arguments of the reference's executable, and {@code --serve}
     * @param why a sentence for reports
     */
    record Found(LeanSource source, Path executable, String why) implements LeanToolchain {
        @Override
        public JsonValue report() {
            return new JsonValue.Obj(Map.of(
                    "from",
                    new JsonValue.Text(source.word()),
                    "path",
                    new JsonValue.Text(executable.toString()),
                    "why",
                    new JsonValue.Text(why)));
        }
    }

    /**
     * No runner.
     *
     * @param why one sentence for each way that was tried
     */
    record Unavailable(List<String> why) implements LeanToolchain {
        public Unavailable {
            why = List.copyOf(why);
        }

        /** {@return all reasons in one line} */
        public String reason() {
            return String.join("; ", why);
        }

        @Override
        public JsonValue report() {
            return new JsonValue.Obj(Map.of("from", JsonValue.NULL, "why", new JsonValue.Text(reason())));
        }
    }

    /** {@return the members {@code from}, {@code why} and, for a runner, {@code path}} */
    JsonValue report();

    /**
     * Looks for a runner: the setting, a native runner, a native Lean, the npm Lean.
     *
     * @param lean the folder of the Lean sources
     * @param environment of this process: {@code PATH} and {@value #SETTING}
     * @param name of the runner
     */
    static LeanToolchain find(Path lean, Map<String, String> environment, String name) {
        Path folder = lean.toAbsolutePath().normalize();
        String setting = environment.getOrDefault(SETTING, "");
        if (!setting.isEmpty()) {
            return set(setting, name);
        }
        List<String> why = new ArrayList<>();
        why.add(SETTING + " is not set");
        List<Supplier<Optional<Found>>> ways = List.of(
                () -> nativeRunner(folder, name, why),
                () -> nativeLean(folder, environment, name, why),
                () -> npm(folder, environment, name, why));
        return ways.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .<LeanToolchain>map(found -> found)
                .orElseGet(() -> new Unavailable(why));
    }

    private static LeanToolchain set(String directory, String name) {
        try {
            Path runner = Path.of(directory).toAbsolutePath().normalize().resolve(name);
            if (Files.isRegularFile(runner) && Files.isExecutable(runner)) {
                return new Found(LeanSource.SETTING, runner, SETTING + " names its directory");
            }
        } catch (InvalidPathException ignored) {
            // as a directory that is not there
        }
        return new Unavailable(List.of(SETTING + " names " + directory + ", where no executable " + name + " is"));
    }

    private static Optional<Found> nativeRunner(Path lean, String name, List<String> why) {
        Path runner = lean.resolve(".lake/build/bin").resolve(name);
        if (!Files.isExecutable(runner) || !Files.isRegularFile(runner)) {
            why.add("lake has built no " + name);
            return Optional.empty();
        }
        return Optional.of(new Found(LeanSource.NATIVE_RUNNER, runner, "lake has built it"));
    }

    private static Optional<Found> nativeLean(
            Path lean, Map<String, String> environment, String name, List<String> why) {
        Optional<Path> compiler = onPath(environment, "lean");
        Path runner = lean.resolve("native").resolve(name);
        if (compiler.isEmpty() || onPath(environment, "lake").isEmpty()) {
            why.add("lean and lake are not on the PATH");
            return Optional.empty();
        }
        if (!Files.isExecutable(runner)) {
            why.add("lean is on the PATH, and there are no sources of " + name);
            return Optional.empty();
        }
        return Optional.of(
                new Found(LeanSource.NATIVE_LEAN, runner, "lean and lake are on the PATH, at " + compiler.get()));
    }

    private static Optional<Found> npm(Path lean, Map<String, String> environment, String name, List<String> why) {
        Path build = lean.resolve(".build");
        Path runner = build.resolve("bin").resolve(name);
        if (!Files.isExecutable(runner) || !Files.isRegularFile(runner)) {
            why.add("the npm Lean has built no " + name + " (just lean-setup, just lean-build)");
            return Optional.empty();
        }
        if (onPath(environment, "node").isEmpty()) {
            why.add("the npm Lean needs node, which is not on the PATH");
            return Optional.empty();
        }
        if (!derived(build.resolve("toolchain"))) {
            why.add("the npm Lean that built " + name + " is gone (just lean-setup)");
            return Optional.empty();
        }
        return Optional.of(new Found(LeanSource.NPM, runner, "the npm Lean has built it"));
    }

    /** {@return whether the repaired Lean that the file names is whole} */
    private static boolean derived(Path toolchain) {
        try {
            return Files.isRegularFile(
                    Path.of(Files.readString(toolchain).strip()).resolve("complete"));
        } catch (IOException | InvalidPathException ignored) {
            return false;
        }
    }

    private static Optional<Path> onPath(Map<String, String> environment, String program) {
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            try {
                Path file = Path.of(directory).resolve(program);
                if (!directory.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException ignored) {
                // no such directory
            }
        }
        return Optional.empty();
    }
}
