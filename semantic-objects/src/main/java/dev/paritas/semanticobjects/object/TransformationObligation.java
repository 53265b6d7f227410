package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handoff obliges to be moved or invalidated (spec 30 §4.4). */
public record TransformationObligation(
        String obligationId,
        long handoffId,
        long session,
        List<String> transformedFragments,
        List<String> affectedOperationIds,
        List<Long> affectedEffectIds,
        List<Long> transportedEffectIds,
        List<Long> invalidatedEffectIds,
        String witnessPolicy,
        String publicationRevokedFrom,
        String publicationActivatedTo,
        OwnershipScope scope,
        DelegationStatus status,
        long tick,
        @Nullable String reason) {
    public static final Codec<TransformationObligation> CODEC = ObjectCodec.of(
            "TransformationObligation",
            field("obligation_id", Codec.STRING, TransformationObligation::obligationId),
            field("handoff_id", Codec.U64, TransformationObligation::handoffId),
            field("session", Codec.U64, TransformationObligation::session),
            field("transformed_fragments", Codec.listOf(Codec.STRING), TransformationObligation::transformedFragments),
            field("affected_operation_ids", Codec.listOf(Codec.STRING), TransformationObligation::affectedOperationIds),
            field("affected_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::affectedEffectIds),
            field("transported_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::transportedEffectIds),
            field("invalidated_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::invalidatedEffectIds),
            field("witness_policy", Codec.STRING, TransformationObligation::witnessPolicy),
            field("publication_revoked_from", Codec.STRING, TransformationObligation::publicationRevokedFrom),
            field("publication_activated_to", Codec.STRING, TransformationObligation::publicationActivatedTo),
            field("scope", OwnershipScope.CODEC, TransformationObligation::scope),
            field("status", DelegationStatus.CODEC, TransformationObligation::status),
            field("tick", Codec.U64, TransformationObligation::tick),
            nullable("reason", Codec.STRING, TransformationObligation::reason),
            TransformationObligation::new);

    public TransformationObligation {
        transformedFragments = List.copyOf(transformedFragments);
        affectedOperationIds = List.copyOf(affectedOperationIds);
        affectedEffectIds = List.copyOf(affectedEffectIds);
        transportedEffectIds = List.copyOf(transportedEffectIds);
        invalidatedEffectIds = List.copyOf(invalidatedEffectIds);
    }
}
