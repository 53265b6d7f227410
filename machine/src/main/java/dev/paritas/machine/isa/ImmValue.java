package dev.paritas.machine.isa;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.Value;

/** An immediate operand (spec 20 §2.2). */
public sealed interface ImmValue {
    record Unit() implements ImmValue {}

    /** @param value unsigned */
    record Nat(long value) implements ImmValue {}

    record Bool(boolean value) implements ImmValue {}

    record Str(String value) implements ImmValue {}

    Codec<ImmValue> CODEC = TaggedCodec.<ImmValue>named("ImmValue")
            .constant("Unit", new Unit())
            .variant("Nat", Nat.class, Codec.U64, Nat::new, Nat::value)
            .variant("Bool", Bool.class, Codec.BOOL, Bool::new, Bool::value)
            .variant("Str", Str.class, Codec.STRING, Str::new, Str::value)
            .build();

    /** {@return the register value this stands for} */
    default Value toValue() {
        return switch (this) {
            case Unit() -> Value.UNIT;
            case Nat(long value) -> new Value.Nat(value);
            case Bool(boolean value) -> Value.of(value);
            case Str(String value) -> new Value.Str(value);
        };
    }
}
