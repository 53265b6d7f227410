package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** Properties of a broadcast (spec 32 §3.4). */
public record AtomicBroadcastConfig(boolean totalOrder, boolean validDelivery) {
    public static final Codec<AtomicBroadcastConfig> CODEC = ObjectCodec.of("AtomicBroadcastConfig", m -> {
        var totalOrder = m.required("total_order", Codec.BOOL, AtomicBroadcastConfig::totalOrder);
        var validDelivery = m.required("valid_delivery", Codec.BOOL, AtomicBroadcastConfig::validDelivery);
        return in -> new AtomicBroadcastConfig(in.get(totalOrder), in.get(validDelivery));
    });
}
