package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.FieldParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate (spec 52 §4.1). A record of this type is well-formed; {@link ScenarioValidation} tells whether it is
 * valid.
 *
 * @param steps unsigned; the recorded steps, the first included
 * @param seed unsigned
 * @param checkpointInterval unsigned
 * @param extensions kept as they are
 */
public record Scenario(
        String name,
        List<String> roles,
        long steps,
        ExecutionSpec execution,
        long seed,
        @Nullable NetworkSpec network,
        @Nullable FieldParameters field,
        List<Reconfiguration> reconfigurations,
        List<Adversary> adversaries,
        @Nullable PropertySpec properties,
        @Nullable Long checkpointInterval,
        TheoremSpec theorem,
        Durability durability,
        Map<String, JsonValue> extensions) {
    /** Numbers are bits or decimals; a float token is refused. */
    public static final Codec<Scenario> CODEC = ScenarioCodec.of(FixedQ32.CODEC);

    /** {@return the codec whose fixed-point numbers are read by {@code number}} */
    public static Codec<Scenario> codec(Codec<FixedQ32> number) {
        return ScenarioCodec.of(number);
    }

    public Scenario {
        roles = List.copyOf(roles);
        reconfigurations = List.copyOf(reconfigurations);
        adversaries = List.copyOf(adversaries);
        extensions = Map.copyOf(extensions);
    }

    /** {@return a scenario with the defaults of everything that may be left out} */
    public static Scenario of(String name, List<String> roles, long steps) {
        return new Scenario(
                name,
                roles,
                steps,
                ExecutionSpec.AUTO,
                0,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                TheoremSpec.AUTO,
                Durability.DISABLED,
                Map.of());
    }

    public Scenario withSeed(long newSeed) {
        return copy(execution, newSeed, field, checkpointInterval);
    }

    public Scenario withField(FieldParameters newField) {
        return copy(execution, seed, newField, checkpointInterval);
    }

    /** {@return the scenario on the canonical backend with one lane and no checkpoints; the policy stays} */
    public Scenario canonicalReplay() {
        ExecutionSpec canonical =
                new ExecutionSpec(ExecutionSpec.Backend.CANONICAL, execution.schedulerPolicy(), 1L, 1L);
        return copy(canonical, seed, field, null);
    }

    private Scenario copy(
            ExecutionSpec newExecution, long newSeed, @Nullable FieldParameters newField, @Nullable Long interval) {
        return new Scenario(
                name,
                roles,
                steps,
                newExecution,
                newSeed,
                network,
                newField,
                reconfigurations,
                adversaries,
                properties,
                interval,
                theorem,
                durability,
                extensions);
    }
}
