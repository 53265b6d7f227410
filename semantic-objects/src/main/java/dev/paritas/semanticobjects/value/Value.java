package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** What a register or a message holds (spec 20 §2.1). The declared order is the order of the binary tags. */
public sealed interface Value {
    record Unit() implements Value {}

    /** @param value unsigned */
    record Nat(long value) implements Value {}

    record Bool(boolean value) implements Value {}

    record Str(String value) implements Value {}

    record Prod(Value left, Value right) implements Value {}

    /** An endpoint as a value; its JSON tag is {@code Endpoint}. */
    record Chan(Endpoint endpoint) implements Value {}

    Value UNIT = new Unit();
    Value TRUE = new Bool(true);
    Value FALSE = new Bool(false);

    Codec<Value> CODEC = Codec.recursive("Value", () -> ValueCodec.INSTANCE);

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }

    default ValType type() {
        return switch (this) {
            case Unit() -> ValType.UNIT;
            case Nat _ -> ValType.NAT;
            case Bool _ -> ValType.BOOL;
            case Str _ -> ValType.STRING;
            case Prod(Value left, Value right) -> new ValType.Prod(left.type(), right.type());
            case Chan(Endpoint endpoint) -> new ValType.Chan(endpoint.sid(), endpoint.role());
        };
    }

    /** {@return the size in bytes that payload limits count, saturating} */
    default long wireSize() {
        return switch (this) {
            case Unit() -> 1;
            case Nat _ -> 8;
            case Bool _ -> 1;
            case Str(String text) -> 8 + utf8Length(text);
            case Prod(Value left, Value right) -> saturatingAdd(saturatingAdd(1, left.wireSize()), right.wireSize());
            case Chan(Endpoint endpoint) -> 8 + 8 + utf8Length(endpoint.role());
        };
    }

    /** {@return {@code Unit}, {@code Nat(7)}, {@code Endpoint(Endpoint { sid: 0, role: "A" })}} */
    default String debugText() {
        return switch (this) {
            case Unit() -> "Unit";
            case Nat(long value) -> DebugText.tuple("Nat", DebugText.unsigned(value));
            case Bool(boolean value) -> DebugText.tuple("Bool", Boolean.toString(value));
            case Str(String value) -> DebugText.tuple("Str", DebugText.quoted(value));
            case Prod(Value left, Value right) -> DebugText.tuple("Prod", left.debugText(), right.debugText());
            case Chan(Endpoint endpoint) -> DebugText.tuple("Endpoint", endpoint.debugText());
        };
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate pair has four bytes, two for each half.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static long saturatingAdd(long left, long right) {
        long sum = left + right;
        return Long.compareUnsigned(sum, left) < 0 ? -1L : sum;
    }
}

/** Kept apart because it needs the finished interface. */
final class ValueCodec {
    static final Codec<Value> INSTANCE = TaggedCodec.<Value>named("Value")
            .constant("Unit", Value.UNIT)
            .variant("Nat", Value.Nat.class, Codec.U64, Value.Nat::new, Value.Nat::value)
            .variant("Bool", Value.Bool.class, Codec.BOOL, Value.Bool::new, Value.Bool::value)
            .variant("Str", Value.Str.class, Codec.STRING, Value.Str::new, Value.Str::value)
            .variant(
                    "Prod",
                    Value.Prod.class,
                    new PairCodec<>(Value.CODEC, Value.CODEC, Value.Prod::new, Value.Prod::left, Value.Prod::right))
            .variant("Endpoint", Value.Chan.class, Endpoint.CODEC, Value.Chan::new, Value.Chan::endpoint)
            .build();

    private ValueCodec() {}
}
