package dev.paritas.admission.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The execution profile of a theorem pack (spec 31 §8). */
class TheoremPackCapabilitiesTest {
    private static <E extends Enum<E>> Set<E> set(Class<E> type, String words) {
        return words.equals("-")
                ? Set.of()
                : Arrays.stream(words.split(" ", -1))
                        .map(word -> Enum.valueOf(type, word))
                        .collect(Collectors.toSet());
    }

    /** Extra members behind the ones that are always there, then the last two theorems. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | - | false | | | | false false",
                "FULL | COOPERATIVE | false | | | | true false",
                "REPLAY | COOPERATIVE | false | | | ,'admission_complexity' | true false",
                "MODULO_EFFECTS | - | false | | | ,'admission_complexity' | true false",
                "MODULO_COMMUTATIVITY FULL | - | false | | | ,'admission_complexity' | true false",
                "FULL | ROUND_ROBIN | false | ,'starvation_freedom' | | | true false",
                "FULL | PRIORITY | false | ,'starvation_freedom' | | | true false",
                "FULL | PROGRESS_AWARE | false | ,'starvation_freedom','liveness_fairness' | | | true false",
                "- | - | true | | ,'protocol_envelope_bridge' | ,'protocol_bridge' | false true",
                "REPLAY FULL | COOPERATIVE PROGRESS_AWARE | true | ,'starvation_freedom','liveness_fairness'"
                        + " | ,'protocol_envelope_bridge' | ,'admission_complexity','protocol_bridge' | true true"
            },
            quoteCharacter = '`')
    void the_profile_follows_from_what_is_listed(
            String determinism,
            String schedulers,
            boolean gating,
            @Nullable String fairness,
            @Nullable String classes,
            @Nullable String windows,
            String theorems) {
        ExecutionProfile profile = new TheoremPackCapabilities(
                        set(DeterminismMode.class, determinism), set(SchedulerCapability.class, schedulers), gating)
                .executionProfile();
        String[] eligible = theorems.split(" ", -1);
        assertThat(new String(JsonOutput.declaredBytes(ExecutionProfile.CODEC, profile), StandardCharsets.UTF_8)
                        .replace('"', '\''))
                .isEqualTo("{'fairness_assumptions':['schedule_confluence'" + text(fairness)
                        + "],'admissibility_classes':['local_envelope','sharded_envelope'" + text(classes)
                        + "],'escalation_window_classes':['progress_contract'" + text(windows)
                        + "],'theorem_pack_eligibility':[['protocol_machine_envelope_adherence',true],"
                        + "['protocol_machine_envelope_admission'," + eligible[0] + "],['protocol_envelope_bridge',"
                        + eligible[1] + "]]}");
    }

    private static String text(@Nullable String extra) {
        return extra == null ? "" : extra;
    }

    @Test
    void tags_are_the_published_ones() {
        assertThat(Arrays.stream(SchedulerCapability.values()).map(SchedulerCapability.CODEC::word))
                .containsExactly("Cooperative", "RoundRobin", "Priority", "ProgressAware");
        assertThat(Arrays.stream(DeterminismMode.values()).map(DeterminismMode.CODEC::word))
                .containsExactly("Full", "ModuloEffects", "ModuloCommutativity", "Replay");
    }
}
