package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code compare_execution} finds (spec 30 §16). The last two flags stay apart: they never decide
 * {@link #equivalent}, and they have no diff.
 *
 * @param semanticAuditEquivalent the normalised traces are equal, every event with its own raw tick
 * @param sessionStatusesEquivalent the lists of session statuses are equal, order included
 * @param semanticHandoffsEquivalent the bundles' handoffs are equal
 * @param invalidationArtifactsEquivalent the ids of invalidated effects and the transformation obligations are equal
 * @param diff the first difference of traces, or else of statuses
 * @param ledger what was normalised on the two sides together; not part of the wire form
 */
public record ExecutionComparison(
        boolean semanticAuditEquivalent,
        boolean sessionStatusesEquivalent,
        boolean semanticHandoffsEquivalent,
        boolean invalidationArtifactsEquivalent,
        List<TickedEvent> machineAudit,
        List<TickedEvent> leanAudit,
        Optional<ExecutionDiff> diff,
        RunOutput leanOutput,
        NormalizationLedger ledger) {
    public ExecutionComparison {
        machineAudit = List.copyOf(machineAudit);
        leanAudit = List.copyOf(leanAudit);
    }

    /** {@return whether traces and session statuses agree; nothing else counts} */
    public boolean equivalent() {
        return semanticAuditEquivalent && sessionStatusesEquivalent;
    }

    /** {@return the wire form, which is only ever written} */
    public JsonValue json() {
        return new JsonValue.Obj(Map.of(
                "equivalent",
                new JsonValue.Bool(equivalent()),
                "semantic_audit_equivalent",
                new JsonValue.Bool(semanticAuditEquivalent),
                "session_statuses_equivalent",
                new JsonValue.Bool(sessionStatusesEquivalent),
                "semantic_handoffs_equivalent",
                new JsonValue.Bool(semanticHandoffsEquivalent),
                "invalidation_artifacts_equivalent",
                new JsonValue.Bool(invalidationArtifactsEquivalent),
                "rust_semantic_audit",
                StructuralDifference.array(TickedEvent.CODEC, machineAudit),
                "lean_semantic_audit",
                StructuralDifference.array(TickedEvent.CODEC, leanAudit),
                "diff",
                diff.map(ExecutionDiff::json).orElse(JsonValue.NULL),
                "lean_output",
                RunOutput.CODEC.toTree(leanOutput)));
    }
}
