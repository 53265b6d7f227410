package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** The state an operation started from (spec 30 §4.10). */
public record PrestateBinding(
        String bindingId,
        String operationId,
        @Nullable Long session,
        String stateDigest,
        @Nullable String epochRef,
        @Nullable String participantDigest) {
    public static final Codec<PrestateBinding> CODEC = ObjectCodec.of("PrestateBinding", m -> {
        var bindingId = m.required("binding_id", Codec.STRING, PrestateBinding::bindingId);
        var operationId = m.required("operation_id", Codec.STRING, PrestateBinding::operationId);
        var session = m.nullable("session", Codec.U64, PrestateBinding::session);
        var stateDigest = m.required("state_digest", Codec.STRING, PrestateBinding::stateDigest);
        var epochRef = m.nullable("epoch_ref", Codec.STRING, PrestateBinding::epochRef);
        var participantDigest = m.nullable("participant_digest", Codec.STRING, PrestateBinding::participantDigest);
        return in -> new PrestateBinding(
                in.get(bindingId),
                in.get(operationId),
                in.get(session),
                in.get(stateDigest),
                in.get(epochRef),
                in.get(participantDigest));
    });
}
