package dev.paritas.machine.schedule;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.IdMapCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.Map;

/** How the priority policy scores an eligible coroutine (spec 21 §3). */
public sealed interface PriorityPolicy {
    /** Highest {@code priorities[id]}, 0 when missing; both are unsigned. */
    record FixedMap(Map<Long, Long> priorities) implements PriorityPolicy {
        public FixedMap {
            priorities = Map.copyOf(priorities);
        }
    }

    /** The longest waiting first. */
    record Aging() implements PriorityPolicy {}

    /** Holders of progress tokens first, then the longest waiting. */
    record TokenWeighted() implements PriorityPolicy {}

    Codec<PriorityPolicy> CODEC = TaggedCodec.<PriorityPolicy>named("PriorityPolicy")
            .variant("FixedMap", FixedMap.class, IdMapCodec.of(Codec.U64), FixedMap::new, FixedMap::priorities)
            .constant("Aging", new Aging())
            .constant("TokenWeighted", new TokenWeighted())
            .build();
}
