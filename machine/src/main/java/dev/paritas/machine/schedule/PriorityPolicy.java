package dev.paritas.machine.schedule;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the priority policy scores an eligible coroutine (spec 21 §3). */
public sealed interface PriorityPolicy {
    /** Highest {@code priorities[id]}, 0 when missing; both are unsigned. */
    record FixedMap(Map<Long, Long> priorities) implements PriorityPolicy {
        public FixedMap {
            priorities = Map.copyOf(priorities);
        }

        private static FixedMap ofText(Map<String, Long> byText) {
            Map<Long, Long> priorities = new TreeMap<>();
            byText.forEach((id, priority) -> priorities.put(Long.parseUnsignedLong(id), priority));
            return new FixedMap(priorities);
        }

        private Map<String, Long> byText() {
            return priorities.entrySet().stream()
                    .collect(Collectors.toMap(e -> Long.toUnsignedString(e.getKey()), Map.Entry::getValue));
        }
    }

    /** The longest waiting first. */
    record Aging() implements PriorityPolicy {}

    /** Holders of progress tokens first, then the longest waiting. */
    record TokenWeighted() implements PriorityPolicy {}

    Codec<PriorityPolicy> CODEC = TaggedCodec.<PriorityPolicy>named("PriorityPolicy")
            .variant("FixedMap", FixedMap.class, Codec.mapOf(Codec.U64), FixedMap::ofText, FixedMap::byText)
            .constant("Aging", new Aging())
            .constant("TokenWeighted", new TokenWeighted())
            .build();
}
