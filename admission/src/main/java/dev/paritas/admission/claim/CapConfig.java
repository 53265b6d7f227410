package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A choice between consistency and availability (spec 32 §3.4). */
public record CapConfig(Consistency consistency, Availability availability, PartitionModel partitionModel) {
    public static final Codec<CapConfig> CODEC = ObjectCodec.of("CapConfig", m -> {
        var consistency = m.required("consistency", Consistency.CODEC, CapConfig::consistency);
        var availability = m.required("availability", Availability.CODEC, CapConfig::availability);
        var partitionModel = m.required("partition_model", PartitionModel.CODEC, CapConfig::partitionModel);
        return in -> new CapConfig(in.get(consistency), in.get(availability), in.get(partitionModel));
    });
}
