package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** The move of an endpoint from one owner to another (spec 30 §4.3). */
public record SemanticHandoff(
        long handoffId,
        long session,
        long fromCoro,
        long toCoro,
        String revokedOwnerId,
        String activatedOwnerId,
        OwnershipScope scope,
        DelegationStatus status,
        long tick,
        @Nullable String reason) {
    public static final Codec<SemanticHandoff> CODEC = ObjectCodec.of("SemanticHandoff", m -> {
        var handoffId = m.required("handoff_id", Codec.U64, SemanticHandoff::handoffId);
        var session = m.required("session", Codec.U64, SemanticHandoff::session);
        var fromCoro = m.required("from_coro", Codec.U64, SemanticHandoff::fromCoro);
        var toCoro = m.required("to_coro", Codec.U64, SemanticHandoff::toCoro);
        var revokedOwnerId = m.defaulted("revoked_owner_id", Codec.STRING, SemanticHandoff::revokedOwnerId, "");
        var activatedOwnerId = m.defaulted("activated_owner_id", Codec.STRING, SemanticHandoff::activatedOwnerId, "");
        var scope = m.required("scope", OwnershipScope.CODEC, SemanticHandoff::scope);
        var status = m.required("status", DelegationStatus.CODEC, SemanticHandoff::status);
        var tick = m.required("tick", Codec.U64, SemanticHandoff::tick);
        var reason = m.nullable("reason", Codec.STRING, SemanticHandoff::reason);
        return in -> new SemanticHandoff(
                in.get(handoffId),
                in.get(session),
                in.get(fromCoro),
                in.get(toCoro),
                in.get(revokedOwnerId),
                in.get(activatedOwnerId),
                in.get(scope),
                in.get(status),
                in.get(tick),
                in.get(reason));
    });
}
