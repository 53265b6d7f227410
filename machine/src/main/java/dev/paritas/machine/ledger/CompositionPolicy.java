package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.object.ProgressContract;
import java.util.List;

/** When a group of effects counts as done (spec 30 §9, 21 §7.5). */
public sealed interface CompositionPolicy {
    /** All succeeded, and there is at least one. */
    record All() implements CompositionPolicy {}

    /** Any succeeded. */
    record First() implements CompositionPolicy {}

    /**
     * At least so many succeeded.
     *
     * @param requiredSuccesses unsigned; 0 is never reached
     */
    record Threshold(long requiredSuccesses) implements CompositionPolicy {
        public static final Codec<Threshold> CODEC = ObjectCodec.of(
                "Threshold", field("required_successes", Codec.U64, Threshold::requiredSuccesses), Threshold::new);
    }

    Codec<CompositionPolicy> CODEC = Codec.recursive("CompositionPolicy", () -> CompositionPolicyCodec.INSTANCE);

    default boolean isResolved(List<EffectExchange> exchanges) {
        long succeeded = exchanges.stream()
                .filter(exchange -> exchange.outcome().status() instanceof EffectStatus.Success)
                .count();
        return switch (this) {
            case All() -> succeeded > 0 && succeeded == exchanges.size();
            case First() -> succeeded > 0;
            case Threshold(long required) -> required != 0 && Long.compareUnsigned(succeeded, required) >= 0;
        };
    }

    /** {@return whether a group that is done leaves no contract waiting in place} */
    default boolean isProgressCompatible(List<EffectExchange> exchanges, ProgressContract contract) {
        int measure = ContractAlgebra.measure(contract.state());
        return !isResolved(exchanges)
                || measure == 0
                || ContractAlgebra.syntheticStep(contract)
                        .map(next -> ContractAlgebra.measure(next.state()) < measure)
                        .orElse(false);
    }
}

/** Kept apart because it needs the finished interface. */
final class CompositionPolicyCodec {
    static final Codec<CompositionPolicy> INSTANCE = TaggedCodec.<CompositionPolicy>named("CompositionPolicy")
            .constant("all", new CompositionPolicy.All())
            .constant("first", new CompositionPolicy.First())
            .variant("threshold", CompositionPolicy.Threshold.class, CompositionPolicy.Threshold.CODEC)
            .build();

    private CompositionPolicyCodec() {}
}
