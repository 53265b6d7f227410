package dev.paritas.machine.schedule;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** The pick rule inside a lane (spec 20 §16, 21 §3). */
public sealed interface SchedulingPolicy {
    /** First valid entry. */
    record Cooperative() implements SchedulingPolicy {}

    /** First valid entry; kept apart from {@link Cooperative} because the configuration names both. */
    record RoundRobin() implements SchedulingPolicy {}

    record Priority(PriorityPolicy policy) implements SchedulingPolicy {}

    /** First valid entry that holds a progress token, else the first valid entry. */
    record ProgressAware() implements SchedulingPolicy {}

    Codec<SchedulingPolicy> CODEC = TaggedCodec.<SchedulingPolicy>named("SchedulingPolicy")
            .constant("Cooperative", new Cooperative())
            .constant("RoundRobin", new RoundRobin())
            .variant("Priority", Priority.class, PriorityPolicy.CODEC, Priority::new, Priority::policy)
            .constant("ProgressAware", new ProgressAware())
            .build();
}
