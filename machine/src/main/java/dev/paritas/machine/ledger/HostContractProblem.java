package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.problem.Problem;

/** A host call that the live effect records do not admit (spec 30 §7.5). The sentence is the reference's text. */
public sealed interface HostContractProblem extends Problem {
    long effectId();

    /** Completion of an effect without a record. */
    record CompletionWithoutRecord(long effectId) implements HostContractProblem {}

    /** Completion of an effect that already ended. */
    record LateResult(long effectId, OutstandingEffectStatus status) implements HostContractProblem {}

    /** Override of an effect without a record. */
    record OverrideWithoutRecord(long effectId) implements HostContractProblem {}

    /** A waiting effect whose progress contract is gone. */
    record ContractMissing(long effectId) implements HostContractProblem {}

    @Override
    default String sentence() {
        String id = Long.toUnsignedString(effectId());
        return "[host-contract] "
                + switch (this) {
                    case CompletionWithoutRecord ignored ->
                        "completion for effect " + id + " requires a live outstanding-effect record";
                    case LateResult(var ignored, OutstandingEffectStatus status) ->
                        "late result for effect " + id + " rejected after " + WordCodec.camel(status.name());
                    case OverrideWithoutRecord ignored ->
                        "override for effect " + id + " requires a live outstanding-effect record";
                    case ContractMissing ignored -> "outstanding effect " + id + " requires a live progress contract";
                };
    }

    /** {@return the failure as handlers report it, of kind contract_violation} */
    default EffectFailure failure() {
        return EffectFailure.contractViolation(sentence());
    }
}
