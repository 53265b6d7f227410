package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

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
    public static final Codec<PrestateBinding> CODEC = ObjectCodec.of(
            "PrestateBinding",
            field("binding_id", Codec.STRING, PrestateBinding::bindingId),
            field("operation_id", Codec.STRING, PrestateBinding::operationId),
            nullable("session", Codec.U64, PrestateBinding::session),
            field("state_digest", Codec.STRING, PrestateBinding::stateDigest),
            nullable("epoch_ref", Codec.STRING, PrestateBinding::epochRef),
            nullable("participant_digest", Codec.STRING, PrestateBinding::participantDigest),
            PrestateBinding::new);
}
