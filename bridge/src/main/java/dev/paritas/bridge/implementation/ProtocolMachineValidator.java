package dev.paritas.bridge.implementation;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Client of the machine validator executable (spec 32 §5). Failures are {@link ProtocolMachineRunnerException}s, with the
 * words and the timeout of the runner's client: the reference has one client for both programs.
 */
public final class ProtocolMachineValidator implements AutoCloseable {
    private static final String NAME = "protocol_machine_validator";

    private final MachineService validator;

    private ProtocolMachineValidator(MachineService validator) {
        this.validator = validator;
    }

    /**
     * The validator of the Lean workspace around the host's module directory: the native one, else the script, else the
     * workspace's machine runner, which refuses the three operations.
     *
     * @throws ProtocolMachineRunnerException {@code BinaryNotFound} with the runner's default relative path
     */
    public static ProtocolMachineValidator discover(RunnerHost host) {
        Optional<LeanWorkspace> workspace = LeanWorkspace.find(host.moduleDirectory());
        Path binary = workspace
                .flatMap(LeanWorkspace::machineValidator)
                .or(() -> workspace.flatMap(LeanWorkspace::machineRunner))
                .orElseThrow(() -> ProtocolMachineRunner.notFound(LeanWorkspace.MACHINE_RUNNER));
        return withBinaryPath(host, binary);
    }

    /** As {@link #discover(RunnerHost)}, but what stands in for a missing validator is {@code runner}. */
    public static ProtocolMachineValidator discover(RunnerHost host, Path runner) {
        return withBinaryPath(
                host,
                LeanWorkspace.find(host.moduleDirectory())
                        .flatMap(LeanWorkspace::machineValidator)
                        .orElse(runner));
    }

    /**
     * @param binary an existing regular file
     * @throws ProtocolMachineRunnerException {@code BinaryNotFound}
     */
    public static ProtocolMachineValidator withBinaryPath(RunnerHost host, Path binary) {
        return new ProtocolMachineValidator(new OneShotMachine(ProtocolMachineRunner.process(host, binary)));
    }

    /** As {@link #withBinaryPath}, but one serving process answers all requests if the executable offers that. */
    public static ProtocolMachineValidator serving(RunnerHost host, Path binary, SessionLimits limits) {
        RunnerProcess process = ProtocolMachineRunner.process(host, binary);
        return new ProtocolMachineValidator(
                new ServedMachine(new ServeLink(process, NAME, limits), new OneShotMachine(process)));
    }

    /** Our own validator, as {@code just dist} leaves it under {@code projectRoot}; serving. */
    public static ProtocolMachineValidator inDistribution(RunnerHost host, Path projectRoot) {
        return serving(host, new Distribution(projectRoot).machineValidator(), SessionLimits.DEFAULT);
    }

    /** Asks whether the claims of {@code bundle} are acceptable (spec 32 §6). */
    public InvariantVerification verifyInvariants(ProtocolBundle bundle) {
        ValidatorOperation operation = ValidatorOperation.VERIFY_PROTOCOL_BUNDLE;
        Answer answer = answer(operation, JsonOutput.compactBytes(ProtocolBundle.CODEC, bundle));
        JsonValue artifacts = answer.member("artifacts");
        return new InvariantVerification(
                PeerVerdict.TRACE.valid(operation.word(), answer),
                PeerVerdict.TRACE.errors(answer),
                artifacts == null ? JsonValue.NULL : artifacts);
    }

    /** Asks whether a change of membership is acceptable (spec 32 §7). */
    public TransitionValidation validateReconfigurationTransition(TransitionRequest request) {
        ValidatorOperation operation = ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION;
        Answer answer = answer(operation, JsonOutput.compactBytes(TransitionRequest.CODEC, request));
        // An event that cannot be read hides a missing verdict, as it does in the reference.
        Optional<ReconfigurationEvent> event = event(answer);
        return new TransitionValidation(
                PeerVerdict.TRACE.valid(operation.word(), answer), PeerVerdict.TRACE.errors(answer), event);
    }

    /** {@return the model's own answer, as it is; a refusal has {@code errors} instead of its parts} (spec 32 §8) */
    public JsonValue inspectCapabilityModel(CapabilityModelRequest request) {
        return ask(
                ValidatorOperation.INSPECT_CAPABILITY_MODEL,
                JsonOutput.compactBytes(CapabilityModelRequest.CODEC, request));
    }

    /** {@return the answer to any payload, valid or not} */
    public JsonValue ask(ValidatorOperation operation, JsonValue payload) {
        return ask(operation, JsonOutput.compactBytes(JsonValue.CODEC, payload));
    }

    private JsonValue ask(ValidatorOperation operation, byte[] payload) {
        return validator.ask(operation.word(), payload, JsonValue.CODEC);
    }

    private Answer answer(ValidatorOperation operation, byte[] payload) {
        return validator.answer(operation.word(), payload);
    }

    private static Optional<ReconfigurationEvent> event(Answer answer) {
        JsonValue artifacts = answer.member("artifacts");
        JsonValue event = artifacts == null ? null : Answer.part(artifacts).member("event");
        if (event == null || event instanceof JsonValue.Null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReconfigurationEvent.CODEC.fromTree(event, RunnerProcess.ANSWER));
        } catch (JsonException e) {
            throw ProtocolMachineRunner.unreadable(e.describe(), answer);
        }
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
}
