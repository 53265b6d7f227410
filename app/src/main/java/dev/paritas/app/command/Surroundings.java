package dev.paritas.app.command;

import dev.paritas.app.diagram.Letters;
import dev.paritas.bridge.corpus.ReferenceFolder;
import dev.paritas.bridge.corpus.ReferenceIndex;
import dev.paritas.bridge.files.ProjectFolders;
import dev.paritas.bridge.implementation.LeanToolchain;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.ChildLimits;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildResult;
import dev.paritas.bridge.process.Scratch;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The machine that this program runs on, as far as it matters here. Values of the environment are looked at and not shown.
 *
 * @param project the checkout or distribution; empty when none is around
 * @param environment of this process
 * @param deadline of each program that is asked for its version
 */
record Surroundings(Optional<ProjectFolders> project, Map<String, String> environment, Duration deadline) {
    /** Executables of a distribution; the one that only Lean has is not among them. */
    private static final List<Peer> RUNNERS = List.of(
            Peer.VALIDATOR,
            Peer.MACHINE,
            Peer.MACHINE_VALIDATOR,
            Peer.HEAP,
            Peer.EFFECTS,
            Peer.SEARCH,
            Peer.CONFORMANCE,
            Peer.FIELD_MIRROR);

    /** Colours, which some print although nobody sees them. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** What a program says of itself is one line; more is not read. */
    private static final int MOST_SAID = 1 << 16;

    private static final int JAVA = 25;
    private static final String DIST = "npx -y rust-just dist";

    /** {@return all that is looked for, what a day's work needs first} */
    List<Need> needs() {
        List<Need> needs = new ArrayList<>(List.of(java(), corpus(), fixtures(), runners(), folder()));
        needs.addAll(List.of(scratch(), startUpCache(), letters(), reference(), lean()));
        try (ChildProcesses children = new ChildProcesses()) {
            needs.add(program(children, "node", "just, and the npm Lean", "apt-get install nodejs npm"));
            needs.add(program(children, "npm", "just, through npx", "apt-get install npm"));
            needs.add(program(children, "mvn", "building Paritas itself", "apt-get install maven"));
            needs.add(program(children, "python3", "the runner of docs/your-runtime.md", "apt-get install python3"));
            needs.add(program(
                    children,
                    "chromium",
                    "the test that clicks through a report, just browser",
                    "apt-get install chromium"));
            needs.add(program(
                    children,
                    "podman",
                    "the executables inside a container, where Docker is missing too",
                    "apt-get install --no-install-recommends podman runc"));
        }
        return needs;
    }

    private static Need java() {
        Runtime.Version version = Runtime.version();
        return new Need(
                "JDK " + JAVA,
                true,
                version.feature() >= JAVA,
                version.toString(),
                "this program",
                "apt-get install openjdk-25-jdk");
    }

    private Need corpus() {
        return inProject(
                "corpus",
                folders -> Files.isRegularFile(folders.corpus().resolve("index.json")),
                "the published cases: check, corpus, compare --case",
                "run Paritas inside its checkout, or out of target/dist");
    }

    private Need fixtures() {
        return inProject(
                "fixtures",
                folders -> Files.isDirectory(folders.fixtures()),
                "the hand-written cases of check",
                "run Paritas inside its checkout, or out of target/dist");
    }

    private Need inProject(String name, Predicate<ProjectFolders> there, String adds, String install) {
        boolean found = project.filter(there).isPresent();
        String of = project.map(folders -> "of " + folders.root()).orElse("there is no checkout here");
        return new Need(name, true, found, found || project.isEmpty() ? of : "not there", adds, install);
    }

    private Need runners() {
        long found = RUNNERS.stream()
                .filter(peer -> project.map(folders -> folders.runners().resolve(peer.executable()))
                        .filter(Files::isExecutable)
                        .isPresent())
                .count();
        return new Need(
                "runners",
                true,
                found == RUNNERS.size(),
                found + " of " + RUNNERS.size(),
                "a process as the other side: check, a telltale checkout",
                DIST);
    }

    private static Need folder() {
        boolean writable = Files.isWritable(Path.of("").toAbsolutePath());
        return new Need(
                "this folder",
                true,
                writable,
                writable ? "can be written" : "cannot be written",
                "reports, reproducers and tapes",
                "work in a folder of your own");
    }

    private Need scratch() {
        boolean writable = Files.isWritable(Scratch.parent(Optional.ofNullable(environment.get("TMPDIR"))));
        return new Need(
                "scratch files",
                true,
                writable,
                writable ? "can be written" : "cannot be written",
                "questions to executables that read files",
                "set TMPDIR to a folder of your own");
    }

    private Need startUpCache() {
        boolean there = Optional.ofNullable(System.getProperty("paritas.home"))
                .filter(home -> Files.isReadable(Path.of(home, "lib", "paritas.aot")))
                .isPresent();
        return new Need("start-up cache", false, there, "", "a faster start", DIST);
    }

    private static Need letters() {
        Optional<String> missing = Letters.missing();
        return new Need(
                "fonts",
                false,
                missing.isEmpty(),
                missing.orElse("a picture can be drawn"),
                "--diagram svg",
                "apt-get install fontconfig fonts-dejavu-core");
    }

    private Need reference() {
        boolean there = project.map(folders -> ReferenceFolder.imported(folders.root(), environment))
                .filter(folder -> Files.isRegularFile(folder.resolve(ReferenceIndex.FILE)))
                .isPresent();
        return new Need(
                "reference",
                false,
                there,
                "",
                "checks against the reference's own files",
                "npx -y rust-just reference CHECKOUT, or set " + ReferenceFolder.SETTING);
    }

    private Need lean() {
        long found = LeanToolchain.RUNNERS.stream()
                .filter(name -> project.map(folders -> LeanToolchain.find(folders.lean(), environment, name))
                                .orElse(new LeanToolchain.Unavailable(List.of()))
                        instanceof LeanToolchain.Found)
                .count();
        return new Need(
                "Lean",
                false,
                found == LeanToolchain.RUNNERS.size(),
                found + " of " + LeanToolchain.RUNNERS.size() + " runners",
                "the model as Lean executes it: check --lean, compare --lean",
                "npx -y rust-just lean-setup lean-build");
    }

    private Need program(ChildProcesses children, String name, String adds, String install) {
        Optional<Path> executable = onPath(name);
        if (executable.isEmpty()) {
            return new Need(name, false, false, "not on the PATH", adds, install);
        }
        try {
            ChildResult answer = children.run(
                    ChildCommand.of(environment, executable.get().toString(), "--version"),
                    new byte[0],
                    ChildLimits.within(deadline).withMaxStdout(MOST_SAID).withMaxStderr(MOST_SAID));
            String said = Stream.of(answer.stdoutText(), answer.stderrText())
                    .flatMap(String::lines)
                    .map(line -> COLOUR.matcher(line).replaceAll("").strip())
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("it says nothing");
            return new Need(name, false, answer.exitCode() == 0, said, adds, install);
        } catch (ChildException e) {
            return new Need(
                    name, false, false, "it does not answer: " + e.code().name(), adds, install);
        }
    }

    private Optional<Path> onPath(String name) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty() && folder.indexOf(0) < 0)
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
