package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.ValidatorService.Input;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Client of the validator executable (spec 12 §3). Types travel as JSON, so that documents the strict readers refuse can
 * be put to the peer as well. Failures are {@link LeanRunnerException}s.
 */
public final class LeanRunner implements AutoCloseable {
    private static final String NAME = "telltale_validator";

    private final RunnerHost host;
    private final ValidatorService validator;
    private final Optional<Path> machineRunner;

    private LeanRunner(RunnerHost host, ValidatorService validator, Optional<Path> machineRunner) {
        this.host = host;
        this.validator = validator;
        this.machineRunner = machineRunner;
    }

    /**
     * The validator of the Lean workspace around the host's module directory.
     *
     * @throws LeanRunnerException {@code BinaryNotFound} with the default relative path
     */
    public static LeanRunner discover(RunnerHost host) {
        return tryDiscover(host).orElseThrow(() -> notFound(LeanWorkspace.VALIDATOR));
    }

    public static Optional<LeanRunner> tryDiscover(RunnerHost host) {
        return findBinary(host).map(binary -> withBinaryPath(host, binary));
    }

    /** {@return the validator of the Lean workspace around the host's module directory, if it has been built} */
    public static Optional<Path> findBinary(RunnerHost host) {
        return LeanWorkspace.find(host.moduleDirectory()).flatMap(LeanWorkspace::validator);
    }

    public static boolean isAvailable(RunnerHost host) {
        return tryDiscover(host).isPresent();
    }

    /** @throws IllegalStateException with instructions, when the validator has not been built */
    public static LeanRunner requireAvailable(RunnerHost host) {
        return tryDiscover(host).orElseThrow(() -> new IllegalStateException("""
                        ┌──────────────────────────────────────────────────────────────┐
                        │ The Lean validator is not available.                         │
                        │ Build it:  cd lean && lake build telltale_validator          │
                        │ Expected:  lean/.lake/build/bin/telltale_validator           │
                        └──────────────────────────────────────────────────────────────┘"""));
    }

    /**
     * @param binary an existing regular file; whether it can be executed shows when it is used
     * @throws LeanRunnerException {@code BinaryNotFound}
     */
    public static LeanRunner withBinaryPath(RunnerHost host, Path binary) {
        return new LeanRunner(
                host,
                new OneShotValidator(process(host, existing(binary))),
                LeanWorkspace.find(host.moduleDirectory()).flatMap(LeanWorkspace::machineRunner));
    }

    /** As {@link #withBinaryPath}, but one serving process answers all requests if the executable offers that. */
    public static LeanRunner serving(RunnerHost host, Path binary, SessionLimits limits) {
        return new LeanRunner(
                host,
                served(host, existing(binary), limits),
                LeanWorkspace.find(host.moduleDirectory()).flatMap(LeanWorkspace::machineRunner));
    }

    /** Our own validator and machine runner, as {@code just dist} leaves them under {@code projectRoot}; serving. */
    public static LeanRunner inDistribution(RunnerHost host, Path projectRoot) {
        Distribution distribution = new Distribution(projectRoot);
        return new LeanRunner(
                host,
                served(host, existing(distribution.validator()), SessionLimits.DEFAULT),
                Optional.of(distribution.machineRunner()).filter(Files::isRegularFile));
    }

    /** {@return whether {@code program}'s local type is the projection of {@code choreography} for its role} */
    public LeanValidationResult validate(JsonValue choreography, JsonValue program) {
        ValidatorService.Validation validation =
                validator.validate("validate", Input.pretty(choreography), Input.pretty(program));
        Answer log = validation.log();
        String role = log.text("role").orElseThrow(() -> unreadable("missing string field: role", log));
        String status = log.text("status").orElseThrow(() -> unreadable("missing string field: status", log));
        boolean success = switch (status) {
            case "ok" -> true;
            case "error" -> false;
            default -> throw unreadable("invalid status value in JSON log: " + status, log);
        };
        return new LeanValidationResult(success, role, log.text("message").orElse(""), validation.rawOutput());
    }

    /** {@return the projections for {@code roles}, ascending; for every role when {@code roles} is empty} */
    public SortedMap<String, JsonValue> project(JsonValue global, List<String> roles) {
        Answer answer = validator.exportAllProjections("project_all", Input.compact(global));
        if (answer.bool("success").filter(success -> !success).isPresent()) {
            throw unreadable(answer.text("error").orElse("Lean export failed"), answer);
        }
        SortedMap<String, JsonValue> all;
        try {
            all = ProjectionPayload.decode(answer.json());
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()), answer);
        }
        if (roles.isEmpty()) {
            return all;
        }
        SortedMap<String, JsonValue> requested = new TreeMap<>(CodePointOrder.INSTANCE);
        for (String role : roles) {
            JsonValue projection = all.get(role);
            if (projection == null) {
                throw unreadable("missing projection for role " + role, answer);
            }
            requested.put(role, projection);
        }
        return Collections.unmodifiableSortedMap(requested);
    }

    /** {@return the whole answer document} */
    public JsonValue exportProjection(JsonValue global, String role) {
        return validator
                .exportProjection("export_projection", Input.pretty(global), role)
                .json();
    }

    /** {@return the whole answer document} */
    public JsonValue exportAllProjections(JsonValue global) {
        return validator
                .exportAllProjections("export_all_projections", Input.pretty(global))
                .json();
    }

    public boolean checkAsyncSubtype(JsonValue subtype, JsonValue supertype) {
        Answer answer =
                validator.checkAsyncSubtype("check_async_subtype", Input.pretty(subtype), Input.pretty(supertype));
        return verdict(answer, "Lean async-subtyping check failed");
    }

    public boolean checkOrphanFree(JsonValue local) {
        Answer answer = validator.checkOrphanFree("check_orphan_free", Input.pretty(local));
        return verdict(answer, "Lean orphan-free check failed");
    }

    public RegularPracticalFragment checkRegularPracticalFragment(JsonValue local) {
        Answer answer =
                validator.checkRegularPracticalFragment("check_regular_practical_fragment", Input.pretty(local));
        return new RegularPracticalFragment(
                verdict(answer, "Lean regular-practical-fragment check failed"),
                answer.bool("reaches_communication")
                        .orElseThrow(() -> unreadable("missing reaches_communication field", answer)),
                answer.bool("well_formed").orElseThrow(() -> unreadable("missing well_formed field", answer)),
                answer.text("full_unfold_head").orElseThrow(() -> unreadable("missing full_unfold_head field", answer)),
                answer.text("reason"));
    }

    /**
     * Runs the protocol-machine runner of the same workspace under this runner's timeout.
     *
     * @param choreographies documents {@code {"schema_version", "global_type", "roles"}}
     * @param concurrency unsigned
     * @param maxSteps unsigned
     * @return the process's answer document
     */
    public JsonValue runProtocolMachine(List<JsonValue> choreographies, long concurrency, long maxSteps) {
        Path binary = machineRunner.orElseThrow(() -> notFound(LeanWorkspace.MACHINE_RUNNER));
        JsonValue request = new JsonValue.Obj(Map.of(
                "schema_version",
                new JsonValue.Text(BridgeVersion.CURRENT),
                "choreographies",
                new JsonValue.Array(choreographies),
                "concurrency",
                JsonValue.Num.of(concurrency),
                "max_steps",
                JsonValue.Num.of(maxSteps)));
        return process(host, binary)
                .ask("run_protocol_machine", request.compactText().getBytes(StandardCharsets.UTF_8), JsonValue.CODEC);
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return validator.identity();
    }

    /** Ends the serving process, if there is one. */
    @Override
    public void close() {
        validator.close();
    }

    private static ValidatorService served(RunnerHost host, Path binary, SessionLimits limits) {
        RunnerProcess process = process(host, binary);
        return new ServedValidator(new ServeLink(process, NAME, limits), new OneShotValidator(process));
    }

    private static Path existing(Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw notFound(binary);
        }
        return binary;
    }

    private static boolean verdict(Answer answer, String failed) {
        boolean success = answer.bool("success").orElseThrow(() -> unreadable("missing success field", answer));
        if (!success) {
            throw unreadable(answer.text("error").orElse(failed), answer);
        }
        return answer.bool("result").orElseThrow(() -> unreadable("missing result field", answer));
    }

    private static RunnerProcess process(RunnerHost host, Path binary) {
        return new RunnerProcess(host, binary.toAbsolutePath(), TimeoutVariable.LEAN, LeanRunnerException::of);
    }

    private static LeanRunnerException notFound(Path path) {
        return new LeanRunnerException(new LeanRunnerError.BinaryNotFound(path));
    }

    private static LeanRunnerException unreadable(String text, Answer answer) {
        return LeanRunnerException.of(new RunnerFailure.Unreadable(text, answer.stderr()), null);
    }
}
