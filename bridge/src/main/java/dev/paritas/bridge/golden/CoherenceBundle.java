package dev.paritas.bridge.golden;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<CoherenceBundle> CODEC = ObjectCodec.of(
                    "CoherenceBundle",
                    field("linear", Codec.BOOL, CoherenceBundle::linear),
                    field("size", Codec.BOOL, CoherenceBundle::size),
                    field("action", Codec.BOOL, CoherenceBundle::action),
                    field("uniq_labels", Codec.BOOL, CoherenceBundle::uniqLabels),
                    field("projectable", Codec.BOOL, CoherenceBundle::projectable),
                    field("good", Codec.BOOL, CoherenceBundle::good),
                    field("is_coherent", Codec.BOOL, CoherenceBundle::isCoherent),
                    CoherenceBundle::new)
            .headed("schema_version", BridgeVersion.CODEC, BridgeVersion.CURRENT);
}
