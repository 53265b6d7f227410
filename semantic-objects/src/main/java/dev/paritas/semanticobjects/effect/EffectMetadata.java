package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** What the effect algebra knows about an effect (spec 30 §6.1). */
public record EffectMetadata(
        String interfaceName,
        String operationName,
        AuthorityClass authorityClass,
        SemanticClass semanticClass,
        AgreementUse agreementUse,
        RegionScope regionScope,
        Admissibility admissibility,
        Totality totality,
        TimeoutPolicy timeoutPolicy,
        RetryShape retryShape,
        ReentrancyPolicy reentrancyPolicy,
        HandlerDomain handlerDomain) {

    public enum AuthorityClass {
        AUTHORITATIVE,
        COMMAND,
        OBSERVE;

        public static final Codec<AuthorityClass> CODEC = WordCodec.snakeCase(AuthorityClass.class);
    }

    public enum SemanticClass {
        AUTHORITATIVE,
        OBSERVATIONAL,
        BEST_EFFORT;

        public static final Codec<SemanticClass> CODEC = WordCodec.snakeCase(SemanticClass.class);
    }

    public enum AgreementUse {
        NONE,
        REQUIRED,
        FORBIDDEN;

        public static final Codec<AgreementUse> CODEC = WordCodec.snakeCase(AgreementUse.class);
    }

    public enum RegionScope {
        SESSION,
        FRAGMENT,
        GLOBAL;

        public static final Codec<RegionScope> CODEC = WordCodec.snakeCase(RegionScope.class);
    }

    public enum Admissibility {
        ALWAYS,
        INTERNAL_ONLY,
        DECLARED_USE_ONLY;

        public static final Codec<Admissibility> CODEC = WordCodec.snakeCase(Admissibility.class);
    }

    public enum Totality {
        IMMEDIATE,
        MAY_BLOCK;

        public static final Codec<Totality> CODEC = WordCodec.snakeCase(Totality.class);
    }

    public sealed interface TimeoutPolicy {
        record None() implements TimeoutPolicy {}

        record InheritOperationBudget() implements TimeoutPolicy {}

        /** @param budgetTicks unsigned; null leaves the budget open */
        record Required(@Nullable Long budgetTicks) implements TimeoutPolicy {
            public static final Codec<Required> CODEC = ObjectCodec.of(
                    "TimeoutRequired", nullable("budget_ticks", Codec.U64, Required::budgetTicks), Required::new);
        }

        Codec<TimeoutPolicy> CODEC = TaggedCodec.<TimeoutPolicy>named("TimeoutPolicy")
                .constant("none", new None())
                .constant("inherit_operation_budget", new InheritOperationBudget())
                .variant("required", Required.class, Required.CODEC)
                .build();
    }

    public sealed interface RetryShape {
        record Forbidden() implements RetryShape {}

        /** @param maxRetries unsigned */
        record Bounded(long maxRetries) implements RetryShape {
            public static final Codec<Bounded> CODEC =
                    ObjectCodec.of("RetryBounded", field("max_retries", Codec.U64, Bounded::maxRetries), Bounded::new);
        }

        record UntilTimeout() implements RetryShape {}

        Codec<RetryShape> CODEC = TaggedCodec.<RetryShape>named("RetryShape")
                .constant("forbidden", new Forbidden())
                .variant("bounded", Bounded.class, Bounded.CODEC)
                .constant("until_timeout", new UntilTimeout())
                .build();
    }

    public enum ReentrancyPolicy {
        ALLOW,
        REJECT_SAME_OPERATION,
        REJECT_SAME_FRAGMENT;

        public static final Codec<ReentrancyPolicy> CODEC = WordCodec.snakeCase(ReentrancyPolicy.class);
    }

    public enum HandlerDomain {
        INTERNAL,
        EXTERNAL;

        public static final Codec<HandlerDomain> CODEC = WordCodec.snakeCase(HandlerDomain.class);
    }

    public static final Codec<EffectMetadata> CODEC = ObjectCodec.of(
            "EffectMetadata",
            field("interface_name", Codec.STRING, EffectMetadata::interfaceName),
            field("operation_name", Codec.STRING, EffectMetadata::operationName),
            field("authority_class", AuthorityClass.CODEC, EffectMetadata::authorityClass),
            field("semantic_class", SemanticClass.CODEC, EffectMetadata::semanticClass),
            field("agreement_use", AgreementUse.CODEC, EffectMetadata::agreementUse),
            field("region_scope", RegionScope.CODEC, EffectMetadata::regionScope),
            field("admissibility", Admissibility.CODEC, EffectMetadata::admissibility),
            field("totality", Totality.CODEC, EffectMetadata::totality),
            field("timeout_policy", TimeoutPolicy.CODEC, EffectMetadata::timeoutPolicy),
            field("retry_shape", RetryShape.CODEC, EffectMetadata::retryShape),
            field("reentrancy_policy", ReentrancyPolicy.CODEC, EffectMetadata::reentrancyPolicy),
            field("handler_domain", HandlerDomain.CODEC, EffectMetadata::handlerDomain),
            EffectMetadata::new);

    /** {@return whether the classes and policies fit together (spec 30 §6.2)} */
    public boolean isLegal() {
        boolean authoritative = authorityClass == AuthorityClass.AUTHORITATIVE;
        boolean agreed = agreementUse == AgreementUse.REQUIRED;
        boolean timed = timeoutPolicy instanceof TimeoutPolicy.Required;
        return !(semanticClass == SemanticClass.OBSERVATIONAL && (authoritative || agreed))
                && !(semanticClass == SemanticClass.BEST_EFFORT && authoritative)
                && !(agreed && authorityClass == AuthorityClass.OBSERVE)
                && (totality != Totality.MAY_BLOCK || timed)
                && (retryShape instanceof RetryShape.Forbidden || timed)
                && (admissibility != Admissibility.INTERNAL_ONLY || handlerDomain == HandlerDomain.INTERNAL);
    }

    /** {@return the failure of an effect whose metadata are not legal} */
    public EffectFailure illegal() {
        return EffectFailure.contractViolation(
                "effect " + interfaceName + "." + operationName + " violates the protocol-machine effect algebra");
    }
}
