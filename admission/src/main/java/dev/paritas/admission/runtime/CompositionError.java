package dev.paritas.admission.runtime;

import dev.paritas.admission.gate.TransportRequirement;
import dev.paritas.semanticobjects.problem.Problem;

/**
 * Why a composed runtime refused a bundle or a session (spec 31 §9; T7 and T9-T11 are those of
 * {@link ReconfigurationProblem}).
 */
public sealed interface CompositionError extends Problem {
    /** T1: nothing says that the bundle links with its neighbours. */
    record MissingLinkEvidence(String artifactId) implements CompositionError {}

    /** T2. */
    record MissingCapability(String artifactId, String capability) implements CompositionError {}

    /** T3: the configuration needs contracts. */
    record MissingContracts(String artifactId) implements CompositionError {}

    /** T4: no transport is listed that could carry what the theorems rely on. */
    record MissingTransport(String artifactId) implements CompositionError {}

    /** T5. */
    record UnmetTransport(String artifactId, String transportName, TransportRequirement requirement)
            implements CompositionError {}

    /** T6: no bundle was admitted under this number. */
    record UnknownBundle(int index) implements CompositionError {}

    /** T8: the policy of reconfiguration needs a capability that the contracts lack. */
    record MissingReconfigurationCapability(String artifactId, String capability) implements CompositionError {}

    /** T12. */
    record MemoryExceeded(String artifactId, String reason) implements CompositionError {}

    /** {@return the text of spec 31 §9} */
    @Override
    default String sentence() {
        return switch (this) {
            case MissingLinkEvidence(String id) -> rejected(id) + "missing LinkOKFull compatibility evidence";
            case MissingCapability(String id, String capability) ->
                rejected(id) + "missing required capability `" + capability + "`";
            case MissingContracts(String id) ->
                rejected(id) + "missing ProtocolMachine runtime contracts for advanced mode";
            case MissingTransport(String id) -> rejected(id) + "missing transport contracts for theorem-pack claims";
            case UnmetTransport(String id, String transport, TransportRequirement requirement) ->
                rejected(id) + "transport `" + transport + "` does not satisfy required contract `"
                        + TransportRequirement.CODEC.word(requirement) + "`";
            case UnknownBundle(int index) -> "bundle index " + index + " is out of range";
            case MissingReconfigurationCapability(String id, String capability) ->
                "bundle `" + id + "` rejected reconfiguration request: missing required capability `" + capability
                        + "`";
            case MemoryExceeded(String id, String reason) -> rejected(id) + "memory budget exceeded (" + reason + ")";
        };
    }

    private static String rejected(String artifactId) {
        return "bundle `" + artifactId + "` rejected: ";
    }
}
