package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** One effect of a run in the bridge's reduced form (spec 22 §14.3). */
public record EffectRecord(
        long effectId,
        String effectKind,
        JsonValue inputs,
        JsonValue outputs,
        String handlerIdentity,
        long orderingKey,
        @Nullable Topology topology) {
    /** The three changes of the network that the bridge knows; CamelCase on the wire. */
    public enum TopologyKind {
        CRASH,
        PARTITION,
        HEAL;

        public static final Codec<TopologyKind> CODEC = WordCodec.camelCase(TopologyKind.class);
    }

    /** A change of the network. */
    public record Topology(
            TopologyKind kind,
            @Nullable String site,
            @Nullable String from,
            @Nullable String to) {
        public static final Codec<Topology> CODEC = ObjectCodec.of(
                "Topology",
                field("kind", TopologyKind.CODEC, Topology::kind),
                nullable("site", Codec.STRING, Topology::site),
                nullable("from", Codec.STRING, Topology::from),
                nullable("to", Codec.STRING, Topology::to),
                Topology::new);
    }

    public static final Codec<EffectRecord> CODEC = ObjectCodec.of(
            "EffectRecord",
            field("effect_id", Codec.U64, EffectRecord::effectId),
            field("effect_kind", Codec.STRING, EffectRecord::effectKind),
            field("inputs", JsonValue.CODEC, EffectRecord::inputs),
            field("outputs", JsonValue.CODEC, EffectRecord::outputs),
            field("handler_identity", Codec.STRING, EffectRecord::handlerIdentity),
            field("ordering_key", Codec.U64, EffectRecord::orderingKey),
            nullable("topology", Topology.CODEC, EffectRecord::topology),
            EffectRecord::new);
}
