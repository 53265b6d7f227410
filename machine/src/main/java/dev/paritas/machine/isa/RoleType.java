package dev.paritas.machine.isa;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** A role's local type in {@code Open}. */
public record RoleType(String role, LocalType type) {
    public static final Codec<RoleType> CODEC =
            new PairCodec<>(Codec.STRING, LocalTypeJson.CODEC, RoleType::new, RoleType::role, RoleType::type);
}
