package dev.paritas.machine.session;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** What a full FIFO buffer does with the next message (spec 20 §10). */
public sealed interface BackpressurePolicy {
    record Block() implements BackpressurePolicy {}

    record Drop() implements BackpressurePolicy {}

    record Error() implements BackpressurePolicy {}

    /** Doubles until {@code maxCapacity} (unsigned) is reached; the last doubling may exceed it. */
    record Resize(long maxCapacity) implements BackpressurePolicy {
        private static final Codec<Resize> FIELDS =
                ObjectCodec.of("Resize", field("max_capacity", Codec.U64, Resize::maxCapacity), Resize::new);
    }

    Codec<BackpressurePolicy> CODEC = TaggedCodec.<BackpressurePolicy>named("BackpressurePolicy")
            .constant("Block", new Block())
            .constant("Drop", new Drop())
            .constant("Error", new Error())
            .variant("Resize", Resize.class, Resize.FIELDS)
            .build();
}
