package dev.paritas.model.validator;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact.TransitionPhase;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.ExecutionConstraint;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PendingEffectTreatment;
import dev.paritas.semanticobjects.membership.UpgradeCompatibility.PublicationContinuity;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;

/** What the model says of a finalization path and a runtime upgrade (spec 32 §8). */
public sealed interface CapabilityModel {
    /** The payload was understood; lists keep the request's order and repetitions. */
    record Inspected(FinalizationPath finalization, RuntimeUpgradeArtifact upgrade) implements CapabilityModel {
        public boolean isCommittedCutover() {
            return upgrade.phase() == TransitionPhase.COMMITTED_CUTOVER;
        }
    }

    /** A word of the payload is unknown. */
    record Refused(ValidatorIssue issue) implements CapabilityModel {}

    /** {@return the model's view of {@code payload}, whose absent or ill-typed members have their defaults} */
    static CapabilityModel of(JsonValue payload) {
        Payload request = new Payload(payload);
        try {
            FinalizationPath finalization = finalization(request.member("finalization"));
            return new Inspected(finalization, upgrade(request.member("runtime_upgrade")));
        } catch (UnknownWordException e) {
            return new Refused(
                    new ValidatorIssue("capability_model.invalid_payload", "payload", String.valueOf(e.getMessage())));
        }
    }

    /**
     * {@return how far a path has come: the first that holds}
     *
     * <p>A runtime demands a publication that names both a proof and a handle before it calls a path canonical (spec 30
     * §13); here a proof and a handle are enough.
     */
    static FinalizationStage stage(
            boolean handedOff, boolean rejected, boolean proven, boolean handled, FinalizationReadClass reads) {
        if (handedOff) {
            return FinalizationStage.INVALIDATED;
        }
        if (rejected) {
            return FinalizationStage.REJECTED;
        }
        if (proven) {
            return handled ? FinalizationStage.CANONICAL : FinalizationStage.MATERIALIZED;
        }
        return switch (reads) {
            case AUTHORITATIVE_ONLY, MIXED -> FinalizationStage.AUTHORITATIVE;
            case NONE, OBSERVED_ONLY -> FinalizationStage.OBSERVED;
        };
    }

    private static FinalizationPath finalization(Payload path) throws UnknownWordException {
        FinalizationReadClass reads = word(
                path.member("read_class"),
                FinalizationReadClass.CODEC,
                FinalizationReadClass.NONE,
                "finalization read class");
        var proofs = path.member("proof_ids").texts();
        var handles = path.member("canonical_handle_ids").texts();
        var handoffs = path.member("invalidated_by_handoff_ids").words();
        var rejected = path.member("rejected_publication_ids").texts();
        return new FinalizationPath(
                path.member("operation_id").text().orElse("operation"),
                path.member("session").word().orElse(null),
                path.member("owner_id").text().orElse(null),
                reads,
                stage(!handoffs.isEmpty(), !rejected.isEmpty(), !proofs.isEmpty(), !handles.isEmpty(), reads),
                path.member("observed_read_ids").texts(),
                path.member("authoritative_read_ids").texts(),
                proofs,
                handles,
                path.member("publication_ids").texts(),
                handoffs,
                rejected);
    }

    /** The compatibility is flat in the request and nested in the answer. */
    private static RuntimeUpgradeArtifact upgrade(Payload upgrade) throws UnknownWordException {
        TransitionPhase phase = word(
                upgrade.member("phase"), TransitionPhase.CODEC, TransitionPhase.STAGED, "transition artifact phase");
        ExecutionConstraint constraint = word(
                upgrade.member("execution_constraint"),
                ExecutionConstraint.CODEC,
                ExecutionConstraint.PRESERVE_BUNDLE_PROFILE,
                "runtime upgrade execution constraint");
        PendingEffectTreatment pending = word(
                upgrade.member("pending_effect_treatment"),
                PendingEffectTreatment.CODEC,
                PendingEffectTreatment.PRESERVE_PENDING,
                "pending effect treatment");
        PublicationContinuity continuity = word(
                upgrade.member("canonical_publication_continuity"),
                PublicationContinuity.CODEC,
                PublicationContinuity.PRESERVE_CANONICAL_TRUTH,
                "canonical publication continuity");
        return new RuntimeUpgradeArtifact(
                upgrade.member("upgrade_id").text().orElse("upgrade"),
                phase,
                upgrade.member("previous_members").texts(),
                upgrade.member("next_members").texts(),
                new UpgradeCompatibility(
                        constraint,
                        upgrade.member("ownership_continuity_required").bool().orElse(true),
                        pending,
                        continuity),
                upgrade.member("carried_publication_ids").texts(),
                upgrade.member("invalidated_publication_ids").texts(),
                upgrade.member("carried_obligation_ids").texts(),
                upgrade.member("invalidated_obligation_ids").texts(),
                upgrade.member("reason").text().orElse(null));
    }

    private static <E extends Enum<E>> E word(Payload text, WordCodec<E> words, E absent, String subject)
            throws UnknownWordException {
        String word = text.text().orElse(null);
        if (word == null) {
            return absent;
        }
        return words.constant(word).orElseThrow(() -> new UnknownWordException("unknown " + subject + ": " + word));
    }
}
