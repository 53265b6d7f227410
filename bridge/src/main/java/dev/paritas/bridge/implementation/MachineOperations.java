package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a {@link Peer#MACHINE} is asked (spec 22 §1, §12). */
public final class MachineOperations {
    private static final Codec<List<TraceEvent>> TRACE = Codec.listOf(TraceEvent.CODEC);

    /** Runs choreographies together (spec 22 §2, §10); the one request that is no envelope in the one-shot process. */
    public static final Operation<ProtocolMachineRunInput, RunOutput> RUN = running(
            versioned(ProtocolMachineRunInput.CODEC, ProtocolMachineRunInput::schemaVersion, "ProtocolMachineRunInput"),
            Reading.of(RunOutput.CODEC));

    /** Whether a trace is one of the choreographies, session k being choreography k (spec 22 §12.1). */
    public static final Operation<TraceOf, TraceValidation> VALIDATE_TRACE = enveloped(
            "validateTrace",
            object((question, out) -> {
                Codec.listOf(ChoreographyJson.CODEC).write(out.name("choreographies"), question.choreographies());
                TRACE.write(out.name("trace"), question.trace());
            }),
            new Reading<>(
                    JsonValue.CODEC,
                    (question, reply) -> new TraceValidation(
                            PeerIssue.Reader.valid("validateTrace", reply), PeerIssue.Reader.TRACE.errors(reply))));

    /** Whether a trace is one of the simulated protocol (spec 22 §12.2); the input's version is its own. */
    public static final Operation<TraceOfSimulation, SimulationValidation> VALIDATE_SIMULATION_TRACE = enveloped(
            "validateSimulationTrace",
            object((question, out) -> {
                SimRunInput.CODEC.write(out.name("input"), question.input());
                TRACE.write(out.name("trace"), question.trace());
            }),
            new Reading<>(
                    JsonValue.CODEC,
                    (question, reply) -> new SimulationValidation(
                            PeerIssue.Reader.valid("validateSimulationTrace", reply),
                            PeerIssue.Reader.SIMULATION.errors(reply),
                            new Members(reply.document()).orNull("artifacts"))));

    /** The peer's reference simulation (spec 22 §12.3). */
    public static final Operation<SimRunInput, SimRunOutput> RUN_SIMULATION = enveloped(
            "runSimulation",
            versioned(SimRunInput.CODEC, SimRunInput::schemaVersion, "SimRunInput"),
            Reading.of(SimRunOutput.CODEC));

    private MachineOperations() {}

    /** Whether a trace belongs to its choreographies, and the objections if not (spec 22 §12.1). */
    public record TraceValidation(boolean valid, List<PeerIssue> errors) {
        public TraceValidation {
            errors = List.copyOf(errors);
        }
    }

    public record TraceOf(List<ChoreographyJson> choreographies, List<TraceEvent> trace) {
        public TraceOf {
            choreographies = List.copyOf(choreographies);
            trace = List.copyOf(trace);
        }
    }

    public record TraceOfSimulation(SimRunInput input, List<TraceEvent> trace) {
        public TraceOfSimulation {
            trace = List.copyOf(trace);
        }
    }

    /** {@return a run that is asked for, and whose answer is read, in another way} */
    public static <Q, A> Operation<Q, A> running(Payload<Q> payload, Reading<Q, ?, A> reading) {
        return Operation.of("run", payload, OneShot.stdin(payload), reading);
    }

    static <Q, A> Operation<Q, A> enveloped(String name, Payload<Q> payload, Reading<Q, ?, A> reading) {
        return Operation.of(name, payload, OneShot.enveloped(name, payload), reading);
    }

    /** {@return a payload that is checked for its version before anything is started} */
    private static <Q> Payload<Q> versioned(Codec<Q> codec, Function<Q, String> versionOf, String name) {
        return question -> {
            String version = versionOf.apply(question);
            if (!version.equals(BridgeVersion.CURRENT)) {
                throw new ImplementationException(
                        Peer.MACHINE,
                        new Failure.Unreadable(
                                "unsupported schema_version '" + version + "' for " + name + "; expected '"
                                        + BridgeVersion.CURRENT + "'",
                                List.of()));
            }
            return Payload.of(codec).of(question);
        };
    }

    /** {@return a compact object of the members that {@code members} writes, ascending} */
    private static <Q> Payload<Q> object(BiConsumer<Q, JsonOutput> members) {
        return question -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonOutput out = JsonOutput.compact(bytes, JsonOutput.MemberOrder.ASCENDING)) {
                members.accept(question, out.beginObject());
                out.endObject();
            }
            return Optional.of(bytes.toByteArray());
        };
    }
}
