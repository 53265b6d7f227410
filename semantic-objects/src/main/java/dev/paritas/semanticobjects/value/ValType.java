package dev.paritas.semanticobjects.value;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** The type of a {@link Value} (spec 20 §2.3). */
public sealed interface ValType {
    /** {@return whether {@code value} has this type} */
    boolean matches(Value value);

    /** {@return {@code Nat}, {@code Prod(Nat, Bool)}, {@code Chan { sid: 0, role: "A" }}} */
    String debugText();

    record Unit() implements ValType {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Unit;
        }

        @Override
        public String debugText() {
            return "Unit";
        }
    }

    record Bool() implements ValType {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Bool;
        }

        @Override
        public String debugText() {
            return "Bool";
        }
    }

    record Nat() implements ValType {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Nat;
        }

        @Override
        public String debugText() {
            return "Nat";
        }
    }

    /** Text; its tag is {@code String}. */
    record Str() implements ValType {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Str;
        }

        @Override
        public String debugText() {
            return "String";
        }
    }

    record Prod(ValType left, ValType right) implements ValType {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Prod(Value l, Value r) && left.matches(l) && right.matches(r);
        }

        @Override
        public String debugText() {
            return DebugText.tuple("Prod", left.debugText(), right.debugText());
        }
    }

    /** The endpoint of exactly this role in exactly this session. */
    record Chan(long sid, String role) implements ValType {
        public static final Codec<Chan> CODEC = ObjectCodec.of(
                "ValTypeChan", field("sid", Codec.U64, Chan::sid), field("role", Codec.STRING, Chan::role), Chan::new);

        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Chan(Endpoint e)
                    && e.sid() == sid
                    && e.role().equals(role);
        }

        @Override
        public String debugText() {
            return DebugText.struct("Chan", "sid", DebugText.unsigned(sid), "role", DebugText.quoted(role));
        }
    }

    ValType UNIT = new Unit();
    ValType BOOL = new Bool();
    ValType NAT = new Nat();
    ValType STRING = new Str();

    Codec<ValType> CODEC = Codec.recursive("ValType", () -> ValTypeCodec.INSTANCE);
}

/** The tags of a {@link ValType}, which is defined through itself. */
final class ValTypeCodec {
    static final Codec<ValType> INSTANCE = TaggedCodec.<ValType>named("ValType")
            .constant("Unit", ValType.UNIT)
            .constant("Bool", ValType.BOOL)
            .constant("Nat", ValType.NAT)
            .constant("String", ValType.STRING)
            .variant(
                    "Prod",
                    ValType.Prod.class,
                    new PairCodec<>(
                            ValType.CODEC, ValType.CODEC, ValType.Prod::new, ValType.Prod::left, ValType.Prod::right))
            .variant("Chan", ValType.Chan.class, ValType.Chan.CODEC)
            .build();

    private ValTypeCodec() {}
}
