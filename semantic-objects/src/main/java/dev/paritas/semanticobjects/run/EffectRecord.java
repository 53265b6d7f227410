package dev.paritas.semanticobjects.run;

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
        public static final Codec<Topology> CODEC = ObjectCodec.of("Topology", m -> {
            var kind = m.required("kind", TopologyKind.CODEC, Topology::kind);
            var site = m.nullable("site", Codec.STRING, Topology::site);
            var from = m.nullable("from", Codec.STRING, Topology::from);
            var to = m.nullable("to", Codec.STRING, Topology::to);
            return in -> new Topology(in.get(kind), in.get(site), in.get(from), in.get(to));
        });
    }

    public static final Codec<EffectRecord> CODEC = ObjectCodec.of("EffectRecord", m -> {
        var effectId = m.required("effect_id", Codec.U64, EffectRecord::effectId);
        var effectKind = m.required("effect_kind", Codec.STRING, EffectRecord::effectKind);
        var inputs = m.required("inputs", JsonValue.CODEC, EffectRecord::inputs);
        var outputs = m.required("outputs", JsonValue.CODEC, EffectRecord::outputs);
        var handlerIdentity = m.required("handler_identity", Codec.STRING, EffectRecord::handlerIdentity);
        var orderingKey = m.required("ordering_key", Codec.U64, EffectRecord::orderingKey);
        var topology = m.nullable("topology", Topology.CODEC, EffectRecord::topology);
        return in -> new EffectRecord(
                in.get(effectId),
                in.get(effectKind),
                in.get(inputs),
                in.get(outputs),
                in.get(handlerIdentity),
                in.get(orderingKey),
                in.get(topology));
    });
}
