package dev.paritas.bridge.implementation;

import dev.paritas.bridge.implementation.ValidatorOperations.LeanValidationResult;
import dev.paritas.bridge.implementation.ValidatorOperations.Program;
import dev.paritas.bridge.implementation.ValidatorOperations.Projections;
import dev.paritas.bridge.implementation.ValidatorOperations.RegularPracticalFragment;
import dev.paritas.bridge.implementation.ValidatorOperations.RoleOf;
import dev.paritas.bridge.implementation.ValidatorOperations.Run;
import dev.paritas.bridge.implementation.ValidatorOperations.Subtyping;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;
import java.util.SortedMap;

/**
 * The validator's operations under the names of spec 12 §3.3. Each fails with an {@link ImplementationException}, a
 * refusal included.
 *
 * @param validator a {@link Peer#VALIDATOR}
 */
public record LeanRunner(Implementation validator) implements AutoCloseable {
    /** {@return whether {@code program}'s local type is the projection of {@code choreography} for its role} */
    public LeanValidationResult validate(JsonValue choreography, JsonValue program) {
        return validator
                .ask(ValidatorOperations.VALIDATE, new Program(choreography, program))
                .value();
    }

    /** {@return the projections for {@code roles}, ascending; for every role when {@code roles} is empty} */
    public SortedMap<String, JsonValue> project(JsonValue global, List<String> roles) {
        return validator
                .ask(ValidatorOperations.PROJECT, new Projections(global, roles))
                .value();
    }

    /** {@return the whole answer document} */
    public JsonValue exportProjection(JsonValue global, String role) {
        return validator
                .ask(ValidatorOperations.EXPORT_PROJECTION, new RoleOf(global, role))
                .value();
    }

    /** {@return the whole answer document} */
    public JsonValue exportAllProjections(JsonValue global) {
        return validator.ask(ValidatorOperations.EXPORT_ALL_PROJECTIONS, global).value();
    }

    public boolean checkAsyncSubtype(JsonValue subtype, JsonValue supertype) {
        return validator
                .ask(ValidatorOperations.CHECK_ASYNC_SUBTYPE, new Subtyping(subtype, supertype))
                .value();
    }

    public boolean checkOrphanFree(JsonValue local) {
        return validator.ask(ValidatorOperations.CHECK_ORPHAN_FREE, local).value();
    }

    public RegularPracticalFragment checkRegularPracticalFragment(JsonValue local) {
        return validator
                .ask(ValidatorOperations.CHECK_REGULAR_PRACTICAL_FRAGMENT, local)
                .value();
    }

    /**
     * Runs the protocol-machine runner of the workspace around {@code host} under the validator's timeout.
     *
     * @param choreographies documents {@code {"schema_version", "global_type", "roles"}}
     * @param concurrency unsigned
     * @param maxSteps unsigned
     * @return the process's answer document
     */
    public static JsonValue runProtocolMachine(
            RunnerHost host, List<JsonValue> choreographies, long concurrency, long maxSteps) {
        try (Implementation machine = Peer.VALIDATORS_MACHINE.discover(host)) {
            return machine.ask(ValidatorOperations.RUN_PROTOCOL_MACHINE, new Run(choreographies, concurrency, maxSteps))
                    .value();
        }
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
