package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import java.util.List;

/** Which output conditions let an eventful commit pass (spec 20 §15.6). */
public sealed interface OutputConditionPolicy {
    /** Passes everything, and asks for no WAL synchronisation. */
    record Disabled() implements OutputConditionPolicy {}

    record AllowAll() implements OutputConditionPolicy {}

    record DenyAll() implements OutputConditionPolicy {}

    record PredicateAllowList(List<String> predicates) implements OutputConditionPolicy {
        public PredicateAllowList {
            predicates = List.copyOf(predicates);
        }
    }

    Codec<OutputConditionPolicy> CODEC = TaggedCodec.<OutputConditionPolicy>named("OutputConditionPolicy")
            .constant("Disabled", new Disabled())
            .constant("AllowAll", new AllowAll())
            .constant("DenyAll", new DenyAll())
            .variant(
                    "PredicateAllowList",
                    PredicateAllowList.class,
                    Codec.listOf(Codec.STRING),
                    PredicateAllowList::new,
                    PredicateAllowList::predicates)
            .build();

    /** {@return whether a commit under {@code predicateRef} passes} */
    default boolean passes(String predicateRef) {
        return switch (this) {
            case Disabled() -> true;
            case AllowAll() -> true;
            case DenyAll() -> false;
            case PredicateAllowList(var predicates) -> predicates.contains(predicateRef);
        };
    }
}
