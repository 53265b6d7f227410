package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/** A choice between consistency and availability (spec 32 §3.4). */
public record CapConfig(Consistency consistency, Availability availability, PartitionModel partitionModel) {
    public static final Codec<CapConfig> CODEC = ObjectCodec.of(
            "CapConfig",
            field("consistency", Consistency.CODEC, CapConfig::consistency),
            field("availability", Availability.CODEC, CapConfig::availability),
            field("partition_model", PartitionModel.CODEC, CapConfig::partitionModel),
            CapConfig::new);

    /** What readers may see; the first is the default (spec 32 §3.2). */
    public enum Consistency {
        LINEARIZABLE,
        SEQUENTIAL,
        EVENTUAL;

        public static final WordCodec<Consistency> CODEC = WordCodec.camelCase(Consistency.class);
    }

    /** Who is answered; the first is the default (spec 32 §3.2). */
    public enum Availability {
        TOTAL,
        BOUNDED_DEGRADATION,
        BEST_EFFORT;

        public static final WordCodec<Availability> CODEC = WordCodec.camelCase(Availability.class);
    }

    /** How the network may split; {@code None} is a word, not null, and the default (spec 32 §3.2). */
    public enum PartitionModel {
        NONE,
        CRASH_ONLY,
        NETWORK_SPLIT;

        public static final WordCodec<PartitionModel> CODEC = WordCodec.camelCase(PartitionModel.class);
    }
}
