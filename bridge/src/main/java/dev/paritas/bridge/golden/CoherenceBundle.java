package dev.paritas.bridge.golden;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.run.BridgeVersion;

/** The coherence checks of a global type, as a golden case may carry them (spec 11 §10.2, 12 §5.1). */
public record CoherenceBundle(
        boolean linear,
        boolean size,
        boolean action,
        boolean uniqLabels,
        boolean projectable,
        boolean good,
        boolean isCoherent) {
    public static final Codec<CoherenceBundle> CODEC = ObjectCodec.of("CoherenceBundle", m -> {
        m.required("schema_version", BridgeVersion.CODEC, _ -> BridgeVersion.CURRENT);
        var linear = m.required("linear", Codec.BOOL, CoherenceBundle::linear);
        var size = m.required("size", Codec.BOOL, CoherenceBundle::size);
        var action = m.required("action", Codec.BOOL, CoherenceBundle::action);
        var uniqLabels = m.required("uniq_labels", Codec.BOOL, CoherenceBundle::uniqLabels);
        var projectable = m.required("projectable", Codec.BOOL, CoherenceBundle::projectable);
        var good = m.required("good", Codec.BOOL, CoherenceBundle::good);
        var isCoherent = m.required("is_coherent", Codec.BOOL, CoherenceBundle::isCoherent);
        return in -> new CoherenceBundle(
                in.get(linear),
                in.get(size),
                in.get(action),
                in.get(uniqLabels),
                in.get(projectable),
                in.get(good),
                in.get(isCoherent));
    });
}
