package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** The type of a {@link Value} (spec 20 §2.3). */
public sealed interface ValType {
    record Unit() implements ValType {}

    record Bool() implements ValType {}

    record Nat() implements ValType {}

    record Str() implements ValType {}

    record Prod(ValType left, ValType right) implements ValType {}

    /** The endpoint of exactly this role in exactly this session. */
    record Chan(long sid, String role) implements ValType {
        public static final Codec<Chan> CODEC = ObjectCodec.of("Chan", m -> {
            var sid = m.required("sid", Codec.U64, Chan::sid);
            var role = m.required("role", Codec.STRING, Chan::role);
            return in -> new Chan(in.get(sid), in.get(role));
        });
    }

    ValType UNIT = new Unit();
    ValType BOOL = new Bool();
    ValType NAT = new Nat();
    ValType STRING = new Str();

    Codec<ValType> CODEC = Codec.recursive("ValType", () -> ValTypeCodec.INSTANCE);

    /** {@return whether {@code value} has this type} */
    default boolean matches(Value value) {
        return switch (this) {
            case Unit() -> value instanceof Value.Unit;
            case Bool() -> value instanceof Value.Bool;
            case Nat() -> value instanceof Value.Nat;
            case Str() -> value instanceof Value.Str;
            case Prod(ValType left, ValType right) ->
                value instanceof Value.Prod(Value l, Value r) && left.matches(l) && right.matches(r);
            case Chan(long sid, String role) ->
                value instanceof Value.Chan(Endpoint e)
                        && e.sid() == sid
                        && e.role().equals(role);
        };
    }

    /** {@return {@code Nat}, {@code Prod(Nat, Bool)}, {@code Chan { sid: 0, role: "A" }}} */
    default String debugText() {
        return switch (this) {
            case Unit() -> "Unit";
            case Bool() -> "Bool";
            case Nat() -> "Nat";
            case Str() -> "String";
            case Prod(ValType left, ValType right) -> DebugText.tuple("Prod", left.debugText(), right.debugText());
            case Chan(long sid, String role) ->
                DebugText.struct("Chan", "sid", DebugText.unsigned(sid), "role", DebugText.quoted(role));
        };
    }
}

/** Kept apart because it needs the finished interface. */
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
