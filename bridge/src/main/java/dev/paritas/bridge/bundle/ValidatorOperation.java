package dev.paritas.bridge.bundle;

import dev.paritas.model.validator.BundleRule;
import dev.paritas.model.validator.CapabilityModel;
import dev.paritas.model.validator.TheoremLedger;
import dev.paritas.model.validator.TransitionVerdict;
import dev.paritas.model.validator.ValidatorIssue;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonOutput.MemberOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeArtifact;
import dev.paritas.semanticobjects.membership.TheoremBoundary;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.run.BridgeVersion;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The operations of the machine validator and their answers, members ascending (spec 32 §5-8). Any payload has an answer:
 * a negative verdict is one, too.
 */
public enum ValidatorOperation {
    INSPECT_CAPABILITY_MODEL("inspectCapabilityModel") {
        @Override
        public void answer(JsonValue payload, JsonOutput out) {
            switch (CapabilityModel.of(payload)) {
                case CapabilityModel.Inspected model -> inspected(model, out);
                case CapabilityModel.Refused(ValidatorIssue issue) -> {
                    ISSUES.write(out.beginObject().name("errors"), List.of(issue));
                    BridgeVersion.CODEC.write(out.name("schema_version"), BridgeVersion.CURRENT);
                    out.endObject();
                }
            }
        }
    },
    VALIDATE_RECONFIGURATION_TRANSITION("validateReconfigurationTransition") {
        @Override
        public void answer(JsonValue payload, JsonOutput out) {
            TransitionVerdict verdict = TransitionVerdict.of(payload);
            out.beginObject().name("artifacts").beginObject();
            event(verdict, out.name("event"));
            out.name("mode").string("deterministic_reconfiguration_validator").endObject();
            verdict(verdict.issues(), out);
        }
    },
    VERIFY_PROTOCOL_BUNDLE("verifyProtocolBundle") {
        @Override
        public void answer(JsonValue payload, JsonOutput out) {
            List<ValidatorIssue> issues = BundleRule.verify(payload);
            out.beginObject().name("artifacts").beginObject();
            out.name("error_count").unsigned(issues.size());
            out.name("mode").string("deterministic_bundle_verifier");
            out.name("runtime_critical_transport_theorems_explicit").bool(true);
            TEXTS.write(out.name("rust_runtime_critical_transport_theorem_keys"), TheoremLedger.RUNTIME_KEYS);
            LEDGER.write(out.name("transported_theorem_boundary"), TheoremLedger.ROWS);
            verdict(issues, out.endObject());
        }
    };

    /** The names on the wire. */
    public static final WordCodec<ValidatorOperation> CODEC =
            WordCodec.named(ValidatorOperation.class, ValidatorOperation::word);

    private static final Codec<List<ValidatorIssue>> ISSUES = Codec.listOf(ValidatorIssue.CODEC);
    private static final Codec<List<TheoremBoundary>> LEDGER = Codec.listOf(TheoremBoundary.VALIDATOR_CODEC);
    private static final Codec<List<String>> TEXTS = Codec.listOf(Codec.STRING);
    private static final ReadPolicy OWN_ANSWERS = ReadPolicy.STRICT.withMaxBytes(Long.MAX_VALUE);

    private final String word;

    ValidatorOperation(String word) {
        this.word = word;
    }

    /** {@return the operation's name on the wire} */
    public String word() {
        return word;
    }

    public static Optional<ValidatorOperation> of(String word) {
        return CODEC.constant(word);
    }

    /** Writes the answer to {@code payload}. */
    public abstract void answer(JsonValue payload, JsonOutput out);

    /** {@return the answer to {@code payload}} */
    public JsonValue answer(JsonValue payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.compact(bytes, MemberOrder.ASCENDING)) {
            answer(payload, out);
        }
        return JsonInput.read(bytes.toByteArray(), OWN_ANSWERS, JsonValue.CODEC);
    }

    private static void verdict(List<ValidatorIssue> issues, JsonOutput out) {
        ISSUES.write(out.name("errors"), issues);
        out.name("valid").bool(issues.isEmpty()).endObject();
    }

    private static void event(TransitionVerdict verdict, JsonOutput out) {
        out.beginObject();
        TEXTS.write(out.name("added_members"), verdict.addedMembers());
        out.name("artifact_id").string(verdict.artifactId());
        out.name("dynamic_membership").bool(verdict.dynamicMembership());
        // The model's naturals have no end.
        out.name("epoch").raw(verdict.epoch().toString());
        TEXTS.write(out.name("next_members"), verdict.nextMembers());
        out.name("overlap_preserved").bool(verdict.overlapPreserved());
        out.name("overlap_required").bool(verdict.overlapRequired());
        TEXTS.write(out.name("previous_members"), verdict.previousMembers());
        TEXTS.write(out.name("removed_members"), verdict.removedMembers());
        out.endObject();
    }

    private static void inspected(CapabilityModel.Inspected model, JsonOutput out) {
        out.beginObject().name("artifacts").beginObject();
        out.name("finalization_is_canonical").bool(model.finalization().isCanonical());
        out.name("finalization_is_invalidated").bool(model.finalization().isInvalidated());
        out.name("runtime_upgrade_is_committed_cutover").bool(model.isCommittedCutover());
        FinalizationPath.CODEC.write(out.endObject().name("finalization"), model.finalization());
        RuntimeUpgradeArtifact.CODEC.write(out.name("runtime_upgrade"), model.upgrade());
        BridgeVersion.CODEC.write(out.name("schema_version"), BridgeVersion.CURRENT);
        out.endObject();
    }
}
