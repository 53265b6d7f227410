package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** How long a run goes on (spec 52 §8.6). */
public sealed interface SearchEffort {
    /** Until nothing is open. */
    record RunToCompletion() implements SearchEffort {}

    /** @param steps total steps before which the run stops, unsigned; 0 takes none */
    record SchedulerStepBudget(long steps) implements SearchEffort {}

    SearchEffort TO_COMPLETION = new RunToCompletion();

    Codec<SearchEffort> CODEC = TaggedCodec.<SearchEffort>named("SearchEffort")
            .constant("RunToCompletion", new RunToCompletion())
            .variant(
                    "SchedulerStepBudget",
                    SchedulerStepBudget.class,
                    Codec.U64,
                    SchedulerStepBudget::new,
                    SchedulerStepBudget::steps)
            .build();
}
