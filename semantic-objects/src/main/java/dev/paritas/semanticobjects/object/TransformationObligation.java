package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
    public static final Codec<TransformationObligation> CODEC = ObjectCodec.of("TransformationObligation", m -> {
        var obligationId = m.required("obligation_id", Codec.STRING, TransformationObligation::obligationId);
        var handoffId = m.required("handoff_id", Codec.U64, TransformationObligation::handoffId);
        var session = m.required("session", Codec.U64, TransformationObligation::session);
        var transformedFragments = m.required(
                "transformed_fragments", Codec.listOf(Codec.STRING), TransformationObligation::transformedFragments);
        var affectedOperationIds = m.required(
                "affected_operation_ids", Codec.listOf(Codec.STRING), TransformationObligation::affectedOperationIds);
        var affectedEffectIds =
                m.required("affected_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::affectedEffectIds);
        var transportedEffectIds = m.required(
                "transported_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::transportedEffectIds);
        var invalidatedEffectIds = m.required(
                "invalidated_effect_ids", Codec.listOf(Codec.U64), TransformationObligation::invalidatedEffectIds);
        var witnessPolicy = m.required("witness_policy", Codec.STRING, TransformationObligation::witnessPolicy);
        var publicationRevokedFrom =
                m.required("publication_revoked_from", Codec.STRING, TransformationObligation::publicationRevokedFrom);
        var publicationActivatedTo =
                m.required("publication_activated_to", Codec.STRING, TransformationObligation::publicationActivatedTo);
        var scope = m.required("scope", OwnershipScope.CODEC, TransformationObligation::scope);
        var status = m.required("status", DelegationStatus.CODEC, TransformationObligation::status);
        var tick = m.required("tick", Codec.U64, TransformationObligation::tick);
        var reason = m.nullable("reason", Codec.STRING, TransformationObligation::reason);
        return in -> new TransformationObligation(
                in.get(obligationId),
                in.get(handoffId),
                in.get(session),
                in.get(transformedFragments),
                in.get(affectedOperationIds),
                in.get(affectedEffectIds),
                in.get(transportedEffectIds),
                in.get(invalidatedEffectIds),
                in.get(witnessPolicy),
                in.get(publicationRevokedFrom),
                in.get(publicationActivatedTo),
                in.get(scope),
                in.get(status),
                in.get(tick),
                in.get(reason));
    });

    public TransformationObligation {
        transformedFragments = List.copyOf(transformedFragments);
        affectedOperationIds = List.copyOf(affectedOperationIds);
        affectedEffectIds = List.copyOf(affectedEffectIds);
        transportedEffectIds = List.copyOf(transportedEffectIds);
        invalidatedEffectIds = List.copyOf(invalidatedEffectIds);
    }
}
