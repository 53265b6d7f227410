package dev.paritas.machine.isa;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** Where {@code Choose} goes on for a label; {@code target} is an unsigned program counter. */
public record ChooseEntry(String label, long target) {
    public static final Codec<ChooseEntry> CODEC =
            new PairCodec<>(Codec.STRING, Codec.U64, ChooseEntry::new, ChooseEntry::label, ChooseEntry::target);
}
