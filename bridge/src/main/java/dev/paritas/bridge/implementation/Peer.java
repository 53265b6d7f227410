package dev.paritas.bridge.implementation;

import dev.paritas.bridge.files.ProjectFolders;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The executables on the other side of the bridge: what each is called, where a Lean workspace keeps it, which schema
 * version and which timeout it has, and the words for its failures (docs/peer.md).
 */
public enum Peer {
    /** Validator of types (spec 12 §2). */
    VALIDATOR("telltale_validator", null, BridgeVersion.CURRENT, TimeoutVariable.LEAN, Words.VALIDATOR),
    /** Protocol machine (spec 22). */
    MACHINE(
            "protocol_machine_runner",
            "protocol-machine-runner.sh",
            BridgeVersion.CURRENT,
            TimeoutVariable.PROTOCOL_MACHINE,
            Words.MACHINE),
    /** The same machine beside a validator, under the timeout and in the words of the validator's client (spec 12 §3.3). */
    VALIDATORS_MACHINE(
            "protocol_machine_runner",
            "protocol-machine-runner.sh",
            BridgeVersion.CURRENT,
            TimeoutVariable.LEAN,
            Words.VALIDATOR),
    /** Validator of bundles (spec 32 §5); where a workspace has none, its machine runner refuses what it is asked. */
    MACHINE_VALIDATOR(
            "protocol_machine_validator",
            "protocol-machine-validator.sh",
            BridgeVersion.CURRENT,
            TimeoutVariable.PROTOCOL_MACHINE,
            Words.MACHINE) {
        @Override
        Peer last() {
            return MACHINE;
        }
    },
    /** Heap (spec 40 §13). */
    HEAP("heap_parity_runner", null, HeapParityOutput.SCHEMA_VERSION, TimeoutVariable.LEAN, Words.HEAP),
    /** Reduced bundle of effects (spec 52 §6). */
    EFFECTS("semantic_effect_parity_runner", SemanticEffectBundle.SCHEMA_VERSION),
    /** Reduced bundle of searches (spec 52 §7). */
    SEARCH("search_parity_runner", SearchParityBundle.SCHEMA_VERSION),
    /** Conformance of logs; an extension: the reference has no such program (docs/serve.md). */
    CONFORMANCE("conformance_runner", BridgeVersion.CURRENT),
    /** Field mirror (spec 52 §3.5). */
    FIELD_MIRROR(
            "simulator_parity_tests", null, BridgeVersion.CURRENT, TimeoutVariable.PROTOCOL_MACHINE, Words.MACHINE);

    private static final String BUILT = "lean/.lake/build/bin";
    private static final String SCRIPTS = "scripts/lean";
    private static final Path MARKER = Path.of("lean/.lake");
    private static final int MAX_DIRECTORIES = 5;

    private final String executable;
    private final List<Path> places;
    private final String schemaVersion;
    private final TimeoutVariable timeout;
    private final Words words;

    Peer(String executable, @Nullable String script, String schemaVersion, TimeoutVariable timeout, Words words) {
        this.executable = executable;
        Path built = Path.of(BUILT, executable);
        this.places = script == null ? List.of(built) : List.of(built, Path.of(SCRIPTS, script));
        this.schemaVersion = schemaVersion;
        this.timeout = timeout;
        this.words = words;
    }

    Peer(String executable, String schemaVersion) {
        this(executable, null, schemaVersion, TimeoutVariable.LEAN, Words.of(executable));
    }

    /** {@return the name of the file, and of the program in its handshake} */
    public String executable() {
        return executable;
    }

    /** {@return the version that a handshake must offer} */
    public String schemaVersion() {
        return schemaVersion;
    }

    TimeoutVariable timeout() {
        return timeout;
    }

    Words words() {
        return words;
    }

    /** {@return the peer that is named as missing when there is none} */
    Peer last() {
        return this;
    }

    /**
     * {@return the executable of the Lean workspace around the host's module directory: the native one, else the script
     * that interprets its source, else what stands in for it} The workspace is the first of the directory and its four
     * nearest parents with {@code lean/.lake}.
     */
    public Optional<Path> find(RunnerHost host) {
        return last() == this ? own(host) : own(host).or(() -> last().find(host));
    }

    private Optional<Path> own(RunnerHost host) {
        Path directory = host.moduleDirectory();
        for (int i = 0; i < MAX_DIRECTORIES && directory != null; i++) {
            if (Files.isDirectory(directory.resolve(MARKER))) {
                Path root = directory;
                return places.stream()
                        .map(root::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst();
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }

    /** {@return our own executable, of a checkout, where {@code just dist} leaves it, or of a distribution} */
    public Path inDistribution(Path projectRoot) {
        return ProjectFolders.at(projectRoot).runners().resolve(executable);
    }

    public boolean isAvailable(RunnerHost host) {
        return find(host).isPresent();
    }

    /** {@return a process a question, of what {@link #find} finds} */
    public Optional<Implementation> tryDiscover(RunnerHost host) {
        return find(host).map(binary -> oneShot(host, binary));
    }

    /**
     * As {@link #tryDiscover}.
     *
     * @throws ImplementationException {@code NOT_FOUND} with the relative path where it was looked for
     */
    public Implementation discover(RunnerHost host) {
        return tryDiscover(host)
                .orElseThrow(() -> new ImplementationException(
                        this, new Failure.NotFound(this, last().places.getFirst())));
    }

    /** As {@link #discover(RunnerHost)}, but what stands in for a missing executable is {@code other} (spec 32 §5). */
    public Implementation discover(RunnerHost host, Path other) {
        return oneShot(host, own(host).orElse(other));
    }

    /** @throws IllegalStateException with instructions, when the executable has not been built */
    public Implementation requireAvailable(RunnerHost host) {
        return tryDiscover(host).orElseThrow(() -> new IllegalStateException(words.required()));
    }

    /**
     * {@return a process a question}
     *
     * @param binary an existing regular file; whether it can be executed shows when it is used
     * @throws ImplementationException {@code NOT_FOUND}
     */
    public Implementation oneShot(RunnerHost host, Path binary) {
        return process(host, binary);
    }

    /** As {@link #oneShot}, but one serving process answers all questions if the executable offers that. */
    public ServingPeer serving(RunnerHost host, Path binary, SessionLimits limits) {
        return new ServingPeer(process(host, binary), limits);
    }

    /** As {@link #serving}, but up to {@code size} processes answer, each one question at a time. */
    public ServingPeers several(RunnerHost host, Path binary, int size, SessionLimits limits) {
        return new ServingPeers(process(host, binary), size, limits);
    }

    /**
     * Serving processes of an executable that can only serve; whether it is there shows when it is used.
     *
     * @param size most processes at a time
     * @param limits of each; its restarts are counted per process
     */
    public PeerPool pool(RunnerHost host, Path binary, int size, SessionLimits limits) {
        return new PeerPool(new PeerProcess(this, host, binary.toAbsolutePath()), size, limits);
    }

    private PeerProcess process(RunnerHost host, Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw new ImplementationException(this, new Failure.NotFound(this, binary));
        }
        return new PeerProcess(this, host, binary.toAbsolutePath());
    }
}
