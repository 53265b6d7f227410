package dev.paritas.bridge.golden;

import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ProjectionPayload;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.DebugText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Holds our projection against golden files and against a live peer (spec 12 §5). Every operation throws
 * {@link EquivalenceError}; results are in ascending order of roles.
 */
public final class EquivalenceChecker {
    private static final Path DEFAULT_DIRECTORY = Path.of("golden");

    private final GoldenDirectory golden;
    private final Strictness strictness;
    private final Optional<ProjectionPeer> peer;

    private EquivalenceChecker(Path goldenDirectory, Strictness strictness, Optional<ProjectionPeer> peer) {
        this.golden = new GoldenDirectory(goldenDirectory);
        this.strictness = strictness;
        this.peer = peer;
    }

    public static EquivalenceChecker withGoldenDir(Path directory) {
        return withGoldenDirStrict(directory, Strictness.LENIENT);
    }

    public static EquivalenceChecker withGoldenDirStrict(Path directory, Strictness strictness) {
        return new EquivalenceChecker(directory, strictness, Optional.empty());
    }

    /** A checker over the directory {@code golden}. */
    public static EquivalenceChecker withStrictMode(Strictness strictness) {
        return withGoldenDirStrict(DEFAULT_DIRECTORY, strictness);
    }

    /**
     * @throws ProblemException ({@link EquivalenceError}) {@code LeanError(NotFound)} when the Lean workspace has no
     *     validator
     */
    public static EquivalenceChecker withLean(Path directory, RunnerHost host) {
        return withPeer(directory, ProjectionPeer.of(new LeanRunner(asked(() -> Peer.VALIDATOR.discover(host)))));
    }

    public static Optional<EquivalenceChecker> tryWithLean(Path directory, RunnerHost host) {
        return Peer.VALIDATOR
                .tryDiscover(host)
                .map(validator -> withPeer(directory, ProjectionPeer.of(new LeanRunner(validator))));
    }

    public static EquivalenceChecker withPeer(Path directory, ProjectionPeer peer) {
        return new EquivalenceChecker(directory, Strictness.LENIENT, Optional.of(peer));
    }

    public boolean hasLean() {
        return peer.isPresent();
    }

    public Path goldenDir() {
        return golden.root();
    }

    public EquivalenceResult checkProjectionAgainstGolden(String name, GlobalType type, String role) {
        return compare(role, golden.readExpected(name, role), type);
    }

    /** {@return the bundle on disk, undecoded} */
    public GoldenBundle loadGoldenBundle(String name) {
        return new GoldenBundle(golden.readInput(name), golden.readExpected(name), null);
    }

    /** Compares for each golden role; whether these are the roles of {@code type} is not asked. */
    public List<EquivalenceResult> checkAllProjectionsAgainstGolden(String name, GlobalType type) {
        return compareAll(loadGoldenBundle(name).projections(), type);
    }

    public EquivalenceResult checkProjectionAgainstLean(GlobalType type, String role) {
        ProjectionPeer lean = requirePeer();
        JsonValue global = GoldenTypes.export(type);
        JsonValue answer = asked(() -> lean.exportProjection(global, role));
        requireSuccess(answer, "Lean projection failed: ");
        JsonValue expected = member(answer, "projection")
                .or(() -> member(answer, "result"))
                .orElseThrow(() -> parseError("Missing projection in Lean output"));
        return compare(role, expected, type);
    }

    /** Compares for every role, after the peer's roles have been found to be those of {@code type}. */
    public List<EquivalenceResult> checkAllProjectionsAgainstLean(GlobalType type) {
        return compareAll(peerProjections(type), type);
    }

    /** {@return the peer's projections as a golden case} */
    public GoldenBundle generateGoldenBundle(GlobalType type) {
        return new GoldenBundle(GoldenTypes.export(type), peerProjections(type), null);
    }

    /** Writes pretty, ascending, without a final line feed; role files that are no longer needed stay. */
    public void writeGoldenBundle(String name, GoldenBundle bundle) {
        golden.write(Map.of(name, bundle));
    }

    /** {@return one line per golden file that the peer would write otherwise; empty without a golden directory} */
    public List<String> checkGoldenDrift() {
        return GoldenDrift.find(golden, requirePeer());
    }

    /** {@return the drift of every case, with the cases that were not compared and the reasons} */
    public GoldenCheck checkGolden() {
        return GoldenCheck.of(golden, requirePeer());
    }

    private SortedMap<String, JsonValue> peerProjections(GlobalType type) {
        ProjectionPeer lean = requirePeer();
        JsonValue global = GoldenTypes.export(type);
        JsonValue answer = asked(() -> lean.exportAllProjections(global));
        requireSuccess(answer, "Lean projections failed: ");
        SortedMap<String, JsonValue> projections;
        try {
            projections = ProjectionPayload.decode(answer);
        } catch (IllegalArgumentException e) {
            throw parseError(String.valueOf(e.getMessage()));
        }
        List<String> missing = without(type.roles(), projections.keySet());
        List<String> unexpected = without(projections.keySet(), type.roles());
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw parseError(
                    "projection role-set mismatch: missing=" + quoted(missing) + ", unexpected=" + quoted(unexpected));
        }
        return projections;
    }

    private List<EquivalenceResult> compareAll(SortedMap<String, JsonValue> expected, GlobalType type) {
        List<EquivalenceResult> results = new ArrayList<>();
        for (Map.Entry<String, JsonValue> entry : expected.entrySet()) {
            results.add(compare(entry.getKey(), entry.getValue(), type));
        }
        return List.copyOf(results);
    }

    private EquivalenceResult compare(String role, JsonValue expected, GlobalType type) {
        JsonValue ours;
        try {
            ours = GoldenTypes.export(Projection.project(type, role));
        } catch (ProblemException e) {
            throw new ProblemException(new EquivalenceError.Projection(e.only(ProjectionError.class)), e);
        }
        return EquivalenceResult.of(role, ours, expected, strictness.equal(ours, expected));
    }

    private ProjectionPeer requirePeer() {
        return peer.orElseThrow(() -> new ProblemException(new EquivalenceError.LeanNotAvailable()));
    }

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ImplementationException e) {
            throw new ProblemException(new EquivalenceError.LeanError(String.valueOf(e.getMessage())), e);
        }
    }

    static boolean succeeded(JsonValue answer) {
        return member(answer, "success").filter(JsonValue.TRUE::equals).isPresent();
    }

    private static void requireSuccess(JsonValue answer, String failed) {
        if (!succeeded(answer)) {
            throw parseError(
                    failed + member(answer, "error").orElse(JsonValue.NULL).compactText());
        }
    }

    static Optional<JsonValue> member(JsonValue answer, String name) {
        return answer instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)
                ? Optional.ofNullable(members.get(name))
                : Optional.empty();
    }

    private static List<String> without(Collection<String> names, Collection<String> others) {
        return names.stream()
                .filter(name -> !others.contains(name))
                .sorted(CodePointOrder.INSTANCE)
                .toList();
    }

    private static String quoted(List<String> names) {
        return DebugText.list(names.stream().map(DebugText::quoted).toList());
    }

    private static ProblemException parseError(String text) {
        return new ProblemException(new EquivalenceError.ParseError(text));
    }
}
