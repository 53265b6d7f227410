package dev.paritas.bridge.implementation;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.implementation.Operation.Payload;
import dev.paritas.bridge.implementation.Operation.Reading;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import java.util.List;
import java.util.Optional;

/** What a {@link Peer#MACHINE_VALIDATOR} is asked (spec 32 §5). */
public final class MachineValidatorOperations {
    /** Whether the claims of a bundle are acceptable (spec 32 §6). */
    public static final Operation<ProtocolBundle, InvariantVerification> VERIFY_INVARIANTS = asking(
            ValidatorOperation.VERIFY_PROTOCOL_BUNDLE,
            Payload.of(ProtocolBundle.CODEC),
            new Reading<>(
                    JsonValue.CODEC,
                    (bundle, reply) -> new InvariantVerification(
                            PeerIssue.Reader.valid(ValidatorOperation.VERIFY_PROTOCOL_BUNDLE.word(), reply),
                            PeerIssue.Reader.TRACE.errors(reply),
                            new Members(reply.document()).orNull("artifacts"))));

    /** Whether a change of membership is acceptable (spec 32 §7). */
    public static final Operation<TransitionRequest, TransitionValidation> VALIDATE_RECONFIGURATION_TRANSITION = asking(
            ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION,
            Payload.of(TransitionRequest.CODEC),
            new Reading<>(JsonValue.CODEC, (request, reply) -> transition(reply)));

    /** The model's own answer, as it is; a refusal has {@code errors} instead of its parts (spec 32 §8). */
    public static final Operation<CapabilityModelRequest, JsonValue> INSPECT_CAPABILITY_MODEL = asking(
            ValidatorOperation.INSPECT_CAPABILITY_MODEL,
            Payload.of(CapabilityModelRequest.CODEC),
            Reading.of(JsonValue.CODEC));

    private MachineValidatorOperations() {}

    /**
     * Whether a change of membership is acceptable (spec 32 §7).
     *
     * @param event sent for a refused change, too
     */
    public record TransitionValidation(boolean valid, List<PeerIssue> errors, Optional<ReconfigurationEvent> event) {
        public TransitionValidation {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Whether the claims of a bundle are acceptable (spec 32 §6).
     *
     * @param artifacts null when the peer sends none
     */
    public record InvariantVerification(boolean valid, List<PeerIssue> errors, JsonValue artifacts) {
        public InvariantVerification {
            errors = List.copyOf(errors);
        }
    }

    /** {@return the operation that takes any payload, valid or not, with its whole answer} */
    public static Operation<JsonValue, JsonValue> any(ValidatorOperation operation) {
        return asking(operation, Payload.of(JsonValue.CODEC), Reading.of(JsonValue.CODEC));
    }

    private static <Q, A> Operation<Q, A> asking(
            ValidatorOperation operation, Payload<Q> payload, Reading<Q, ?, A> reading) {
        return MachineOperations.enveloped(operation.word(), payload, reading);
    }

    private static TransitionValidation transition(Reply<JsonValue> reply) {
        // An event that cannot be read hides a missing verdict, as it does in the reference.
        Optional<ReconfigurationEvent> event = event(reply);
        return new TransitionValidation(
                PeerIssue.Reader.valid(ValidatorOperation.VALIDATE_RECONFIGURATION_TRANSITION.word(), reply),
                PeerIssue.Reader.TRACE.errors(reply),
                event);
    }

    private static Optional<ReconfigurationEvent> event(Reply<JsonValue> reply) {
        JsonValue artifacts = new Members(reply.document()).orNull("artifacts");
        JsonValue event = new Members(artifacts).orNull("event");
        if (event instanceof JsonValue.Null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReconfigurationEvent.CODEC.fromTree(event, PeerProcess.ANSWER));
        } catch (JsonException e) {
            throw reply.unreadable(e.describe());
        }
    }
}
