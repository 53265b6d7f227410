package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A choice between consistency and availability (spec 32 §3.4). */
public record CapConfig(Consistency consistency, Availability availability, PartitionModel partitionModel) {
    public static final Codec<CapConfig> CODEC = ObjectCodec.of(
            "CapConfig",
            field("consistency", Consistency.CODEC, CapConfig::consistency),
            field("availability", Availability.CODEC, CapConfig::availability),
            field("partition_model", PartitionModel.CODEC, CapConfig::partitionModel),
            CapConfig::new);
}
