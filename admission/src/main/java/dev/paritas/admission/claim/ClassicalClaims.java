package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.FixedQ32;
import org.jspecify.annotations.Nullable;

/** Claims of queueing theory and probability; a slot that is null is not claimed (spec 32 §3.5). */
public record ClassicalClaims(
        @Nullable EnabledConfig foster,
        @Nullable MaxWeightConfig maxWeight,
        @Nullable EnabledConfig ldp,
        @Nullable MeanFieldConfig meanField,
        @Nullable EnabledConfig heavyTraffic,
        @Nullable MixingConfig mixing,
        @Nullable EnabledConfig fluid,
        @Nullable EnabledConfig concentration,
        @Nullable EnabledConfig littlesLaw,
        @Nullable EnabledConfig functionalClt,
        @Nullable EnabledConfig spectralGapTermination) {
    /** Nothing claimed. */
    public static final ClassicalClaims NONE = builder().build();

    public static final Codec<ClassicalClaims> CODEC = ObjectCodec.of(
            "ClassicalClaims",
            nullable("foster", EnabledConfig.CODEC, ClassicalClaims::foster),
            nullable("max_weight", MaxWeightConfig.CODEC, ClassicalClaims::maxWeight),
            nullable("ldp", EnabledConfig.CODEC, ClassicalClaims::ldp),
            nullable("mean_field", MeanFieldConfig.CODEC, ClassicalClaims::meanField),
            nullable("heavy_traffic", EnabledConfig.CODEC, ClassicalClaims::heavyTraffic),
            nullable("mixing", MixingConfig.CODEC, ClassicalClaims::mixing),
            nullable("fluid", EnabledConfig.CODEC, ClassicalClaims::fluid),
            nullable("concentration", EnabledConfig.CODEC, ClassicalClaims::concentration),
            nullable("littles_law", EnabledConfig.CODEC, ClassicalClaims::littlesLaw),
            nullable("functional_clt", EnabledConfig.CODEC, ClassicalClaims::functionalClt),
            nullable("spectral_gap_termination", EnabledConfig.CODEC, ClassicalClaims::spectralGapTermination),
            ClassicalClaims::new);

    public static Builder builder() {
        return new Builder();
    }

    /** Sets claims one by one; what is not set is not claimed. */
    public static final class Builder {
        private @Nullable EnabledConfig foster;
        private @Nullable MaxWeightConfig maxWeight;
        private @Nullable EnabledConfig ldp;
        private @Nullable MeanFieldConfig meanField;
        private @Nullable EnabledConfig heavyTraffic;
        private @Nullable MixingConfig mixing;
        private @Nullable EnabledConfig fluid;
        private @Nullable EnabledConfig concentration;
        private @Nullable EnabledConfig littlesLaw;
        private @Nullable EnabledConfig functionalClt;
        private @Nullable EnabledConfig spectralGapTermination;

        private Builder() {}

        public Builder foster(EnabledConfig claim) {
            foster = claim;
            return this;
        }

        public Builder maxWeight(MaxWeightConfig claim) {
            maxWeight = claim;
            return this;
        }

        public Builder ldp(EnabledConfig claim) {
            ldp = claim;
            return this;
        }

        public Builder meanField(MeanFieldConfig claim) {
            meanField = claim;
            return this;
        }

        public Builder heavyTraffic(EnabledConfig claim) {
            heavyTraffic = claim;
            return this;
        }

        public Builder mixing(MixingConfig claim) {
            mixing = claim;
            return this;
        }

        public Builder fluid(EnabledConfig claim) {
            fluid = claim;
            return this;
        }

        public Builder concentration(EnabledConfig claim) {
            concentration = claim;
            return this;
        }

        public Builder littlesLaw(EnabledConfig claim) {
            littlesLaw = claim;
            return this;
        }

        public Builder functionalClt(EnabledConfig claim) {
            functionalClt = claim;
            return this;
        }

        public Builder spectralGapTermination(EnabledConfig claim) {
            spectralGapTermination = claim;
            return this;
        }

        public ClassicalClaims build() {
            return new ClassicalClaims(
                    foster,
                    maxWeight,
                    ldp,
                    meanField,
                    heavyTraffic,
                    mixing,
                    fluid,
                    concentration,
                    littlesLaw,
                    functionalClt,
                    spectralGapTermination);
        }
    }

    /** Stability under max-weight scheduling (spec 32 §3.5). */
    public record MaxWeightConfig(boolean enabled, @Nullable FixedQ32 slack) {
        public static final Codec<MaxWeightConfig> CODEC = ObjectCodec.of(
                "MaxWeightConfig",
                field("enabled", Codec.BOOL, MaxWeightConfig::enabled),
                nullable("slack", FixedQ32.CODEC, MaxWeightConfig::slack),
                MaxWeightConfig::new);
    }

    /**
     * A mean-field limit (spec 32 §3.5).
     *
     * @param populationSize unsigned
     */
    public record MeanFieldConfig(boolean enabled, @Nullable Long populationSize) {
        public static final Codec<MeanFieldConfig> CODEC = ObjectCodec.of(
                "MeanFieldConfig",
                field("enabled", Codec.BOOL, MeanFieldConfig::enabled),
                nullable("population_size", Codec.U64, MeanFieldConfig::populationSize),
                MeanFieldConfig::new);
    }

    /**
     * A bound on the mixing time (spec 32 §3.5).
     *
     * @param mixingTimeBound unsigned
     */
    public record MixingConfig(boolean enabled, @Nullable Long mixingTimeBound) {
        public static final Codec<MixingConfig> CODEC = ObjectCodec.of(
                "MixingConfig",
                field("enabled", Codec.BOOL, MixingConfig::enabled),
                nullable("mixing_time_bound", Codec.U64, MixingConfig::mixingTimeBound),
                MixingConfig::new);
    }
}
