package dev.paritas.machine.isa;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** The register that receives a role's endpoint in {@code Open}. */
public record RoleRegister(String role, int register) {
    public static final Codec<RoleRegister> CODEC =
            new PairCodec<>(Codec.STRING, Instr.REG, RoleRegister::new, RoleRegister::role, RoleRegister::register);
}
