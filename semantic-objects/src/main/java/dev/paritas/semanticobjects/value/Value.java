package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** What a register or a message holds (spec 20 §2.1). The declared order is the order of the binary tags. */
public sealed interface Value {
    ValType type();

    /** {@return the size in bytes that payload limits count, saturating} */
    long wireSize();

    /** {@return {@code Unit}, {@code Nat(7)}, {@code Endpoint(Endpoint { sid: 0, role: "A" })}} */
    String debugText();

    record Unit() implements Value {
        @Override
        public ValType type() {
            return ValType.UNIT;
        }

        @Override
        public long wireSize() {
            return 1;
        }

        @Override
        public String debugText() {
            return "Unit";
        }
    }

    /** @param value unsigned */
    record Nat(long value) implements Value {
        @Override
        public ValType type() {
            return ValType.NAT;
        }

        @Override
        public long wireSize() {
            return 8;
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Nat", DebugText.unsigned(value));
        }
    }

    record Bool(boolean value) implements Value {
        @Override
        public ValType type() {
            return ValType.BOOL;
        }

        @Override
        public long wireSize() {
            return 1;
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Bool", Boolean.toString(value));
        }
    }

    record Str(String value) implements Value {
        @Override
        public ValType type() {
            return ValType.STRING;
        }

        @Override
        public long wireSize() {
            return 8 + utf8Length(value);
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Str", DebugText.quoted(value));
        }
    }

    record Prod(Value left, Value right) implements Value {
        @Override
        public ValType type() {
            return new ValType.Prod(left.type(), right.type());
        }

        @Override
        public long wireSize() {
            return saturatingAdd(saturatingAdd(1, left.wireSize()), right.wireSize());
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Prod", left.debugText(), right.debugText());
        }
    }

    /** An endpoint as a value; its JSON tag is {@code Endpoint}. */
    record Chan(Endpoint endpoint) implements Value {
        @Override
        public ValType type() {
            return new ValType.Chan(endpoint.sid(), endpoint.role());
        }

        @Override
        public long wireSize() {
            return 8 + 8 + utf8Length(endpoint.role());
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Endpoint", endpoint.debugText());
        }
    }

    Value UNIT = new Unit();
    Value TRUE = new Bool(true);
    Value FALSE = new Bool(false);

    Codec<Value> CODEC = Codec.recursive("Value", () -> ValueCodec.INSTANCE);

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
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

/** The tags of a {@link Value}, which is defined through itself. */
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
