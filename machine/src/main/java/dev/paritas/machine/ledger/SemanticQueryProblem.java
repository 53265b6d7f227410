package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.problem.Problem;

/** A semantic object that a canonical path needs and the bundle lacks (spec 30 §12 a-b). */
public sealed interface SemanticQueryProblem extends Problem {
    /** The read is an observation, not evidence. */
    record OnlyObserved(String readId) implements SemanticQueryProblem {}

    /** No read has that id. */
    record UnknownRead(String readId) implements SemanticQueryProblem {}

    /** No canonical handle has that id. */
    record MissingHandle(String handleId) implements SemanticQueryProblem {}

    @Override
    default String sentence() {
        return switch (this) {
            case OnlyObserved(String id) ->
                "observed read `" + id + "` may not be consumed on a canonical semantic path; "
                        + "materialize it through authoritative evidence first";
            case UnknownRead(String id) -> "semantic read `" + id + "` is unknown";
            case MissingHandle(String id) -> "canonical handle `" + id + "` is required on this parity-critical path";
        };
    }

    /** {@return the failure as the machine reports it, of kind contract_violation} */
    default EffectFailure failure() {
        return EffectFailure.contractViolation(sentence());
    }
}
