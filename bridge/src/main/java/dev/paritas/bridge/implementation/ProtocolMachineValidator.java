package dev.paritas.bridge.implementation;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.bundle.ValidatorOperation;
import dev.paritas.bridge.implementation.MachineValidatorOperations.InvariantVerification;
import dev.paritas.bridge.implementation.MachineValidatorOperations.TransitionValidation;
import dev.paritas.semanticobjects.json.JsonValue;

/**
 * The machine validator's operations under the names of spec 32 §5. Each fails with an {@link ImplementationException}, a
 * refusal included.
 *
 * @param validator a {@link Peer#MACHINE_VALIDATOR}
 */
public record ProtocolMachineValidator(Implementation validator) implements AutoCloseable {
    /** Asks whether the claims of {@code bundle} are acceptable. */
    public InvariantVerification verifyInvariants(ProtocolBundle bundle) {
        return validator
                .ask(MachineValidatorOperations.VERIFY_INVARIANTS, bundle)
                .value();
    }

    /** Asks whether a change of membership is acceptable. */
    public TransitionValidation validateReconfigurationTransition(TransitionRequest request) {
        return validator
                .ask(MachineValidatorOperations.VALIDATE_RECONFIGURATION_TRANSITION, request)
                .value();
    }

    /** {@return the model's own answer, as it is} */
    public JsonValue inspectCapabilityModel(CapabilityModelRequest request) {
        return validator
                .ask(MachineValidatorOperations.INSPECT_CAPABILITY_MODEL, request)
                .value();
    }

    /** {@return the answer to any payload, valid or not} */
    public JsonValue ask(ValidatorOperation operation, JsonValue payload) {
        return validator.ask(MachineValidatorOperations.any(operation), payload).value();
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return validator.identity();
    }

    @Override
    public void close() {
        validator.close();
    }
}
