package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Properties of a broadcast (spec 32 §3.4). */
public record AtomicBroadcastConfig(boolean totalOrder, boolean validDelivery) {
    public static final Codec<AtomicBroadcastConfig> CODEC = ObjectCodec.of(
            "AtomicBroadcastConfig",
            field("total_order", Codec.BOOL, AtomicBroadcastConfig::totalOrder),
            field("valid_delivery", Codec.BOOL, AtomicBroadcastConfig::validDelivery),
            AtomicBroadcastConfig::new);
}
