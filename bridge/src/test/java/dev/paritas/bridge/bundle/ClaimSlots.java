package dev.paritas.bridge.bundle;

import dev.paritas.admission.claim.CapConfig;
import dev.paritas.admission.claim.CapConfig.Availability;
import dev.paritas.admission.claim.CapConfig.Consistency;
import dev.paritas.admission.claim.CapConfig.PartitionModel;
import dev.paritas.admission.claim.ClassicalClaims;
import dev.paritas.admission.claim.ClassicalClaims.MaxWeightConfig;
import dev.paritas.admission.claim.ClassicalClaims.MeanFieldConfig;
import dev.paritas.admission.claim.ClassicalClaims.MixingConfig;
import dev.paritas.admission.claim.DistributedClaims;
import dev.paritas.admission.claim.DistributedClaims.AtomicBroadcastConfig;
import dev.paritas.admission.claim.DistributedClaims.FlpConfig;
import dev.paritas.admission.claim.DistributedClaims.NakamotoConfig;
import dev.paritas.admission.claim.DistributedClaims.ResponsivenessConfig;
import dev.paritas.admission.claim.EnabledConfig;
import dev.paritas.admission.claim.InvariantClaims;
import dev.paritas.admission.claim.PartialSynchronyConfig;
import dev.paritas.admission.claim.PartialSynchronyConfig.TimingModel;
import dev.paritas.admission.claim.QuorumGeometryConfig;
import dev.paritas.admission.claim.QuorumGeometryConfig.QuorumSystem;
import dev.paritas.semanticobjects.membership.ReconfigurationPolicy;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The thirty slots of spec 32 §3.4-3.5, each with random values and the JSON that the tables give them. */
final class ClaimSlots {
    /** One claim and its configuration in JSON, members ascending. */
    record Claimed(InvariantClaims claims, String json) {}

    record Slot(String group, String name, Function<SplittableRandom, Claimed> draw) {
        @Override
        public String toString() {
            return group + "." + name;
        }
    }

    /** Values together with their JSON. */
    private record Drawn<C>(C config, String json) {}

    private ClaimSlots() {}

    static Stream<Slot> all() {
        return Stream.concat(distributed().stream(), classical().stream());
    }

    private static List<Slot> distributed() {
        return List.of(
                distributed("flp", ClaimSlots::flp, DistributedClaims.Builder::flp),
                distributed("cap", ClaimSlots::cap, DistributedClaims.Builder::cap),
                distributed("quorum_geometry", ClaimSlots::quorum, DistributedClaims.Builder::quorumGeometry),
                distributed("partial_synchrony", ClaimSlots::timing, DistributedClaims.Builder::partialSynchrony),
                distributed(
                        "responsiveness",
                        flags("leader_based", "requires_stable_period", ResponsivenessConfig::new),
                        DistributedClaims.Builder::responsiveness),
                distributed("nakamoto", ClaimSlots::nakamoto, DistributedClaims.Builder::nakamoto),
                distributed(
                        "reconfiguration",
                        flags("dynamic_membership", "overlap_required", ReconfigurationPolicy::new),
                        DistributedClaims.Builder::reconfiguration),
                distributed(
                        "atomic_broadcast",
                        flags("total_order", "valid_delivery", AtomicBroadcastConfig::new),
                        DistributedClaims.Builder::atomicBroadcast),
                enabled("accountable_safety", DistributedClaims.Builder::accountableSafety),
                enabled("failure_detectors", DistributedClaims.Builder::failureDetectors),
                enabled("data_availability", DistributedClaims.Builder::dataAvailability),
                enabled("coordination", DistributedClaims.Builder::coordination),
                enabled("crdt", DistributedClaims.Builder::crdt),
                enabled("byzantine_safety", DistributedClaims.Builder::byzantineSafety),
                enabled("consensus_envelope", DistributedClaims.Builder::consensusEnvelope),
                enabled("failure_envelope", DistributedClaims.Builder::failureEnvelope),
                enabled(
                        "protocol_machine_envelope_adherence",
                        DistributedClaims.Builder::protocolMachineEnvelopeAdherence),
                enabled(
                        "protocol_machine_envelope_admission",
                        DistributedClaims.Builder::protocolMachineEnvelopeAdmission),
                enabled("protocol_envelope_bridge", DistributedClaims.Builder::protocolEnvelopeBridge));
    }

    private static List<Slot> classical() {
        return List.of(
                classical("foster", ClaimSlots::enabled, ClassicalClaims.Builder::foster),
                classical("max_weight", ClaimSlots::maxWeight, ClassicalClaims.Builder::maxWeight),
                classical("ldp", ClaimSlots::enabled, ClassicalClaims.Builder::ldp),
                classical(
                        "mean_field",
                        bounded("population_size", MeanFieldConfig::new),
                        ClassicalClaims.Builder::meanField),
                classical("heavy_traffic", ClaimSlots::enabled, ClassicalClaims.Builder::heavyTraffic),
                classical("mixing", bounded("mixing_time_bound", MixingConfig::new), ClassicalClaims.Builder::mixing),
                classical("fluid", ClaimSlots::enabled, ClassicalClaims.Builder::fluid),
                classical("concentration", ClaimSlots::enabled, ClassicalClaims.Builder::concentration),
                classical("littles_law", ClaimSlots::enabled, ClassicalClaims.Builder::littlesLaw),
                classical("functional_clt", ClaimSlots::enabled, ClassicalClaims.Builder::functionalClt),
                classical(
                        "spectral_gap_termination",
                        ClaimSlots::enabled,
                        ClassicalClaims.Builder::spectralGapTermination));
    }

    private static <C> Slot distributed(
            String name,
            Function<SplittableRandom, Drawn<C>> draw,
            BiFunction<DistributedClaims.Builder, C, DistributedClaims.Builder> set) {
        return new Slot("distributed", name, random -> {
            Drawn<C> drawn = draw.apply(random);
            return new Claimed(
                    InvariantClaims.of(set.apply(DistributedClaims.builder(), drawn.config())
                            .build()),
                    drawn.json());
        });
    }

    private static Slot enabled(
            String name, BiFunction<DistributedClaims.Builder, EnabledConfig, DistributedClaims.Builder> set) {
        return distributed(name, ClaimSlots::enabled, set);
    }

    private static <C> Slot classical(
            String name,
            Function<SplittableRandom, Drawn<C>> draw,
            BiFunction<ClassicalClaims.Builder, C, ClassicalClaims.Builder> set) {
        return new Slot("classical", name, random -> {
            Drawn<C> drawn = draw.apply(random);
            return new Claimed(
                    new InvariantClaims(
                            null,
                            DistributedClaims.NONE,
                            set.apply(ClassicalClaims.builder(), drawn.config()).build()),
                    drawn.json());
        });
    }

    private static Drawn<EnabledConfig> enabled(SplittableRandom random) {
        boolean enabled = random.nextBoolean();
        return new Drawn<>(new EnabledConfig(enabled), "{\"enabled\":" + enabled + "}");
    }

    private static <C> Function<SplittableRandom, Drawn<C>> flags(
            String first, String second, BiFunction<Boolean, Boolean, C> config) {
        return random -> {
            boolean one = random.nextBoolean();
            boolean two = random.nextBoolean();
            return new Drawn<>(
                    config.apply(one, two), "{\"" + first + "\":" + one + ",\"" + second + "\":" + two + "}");
        };
    }

    private static <C> Function<SplittableRandom, Drawn<C>> bounded(
            String name, BiFunction<Boolean, @Nullable Long, C> config) {
        return random -> {
            boolean enabled = random.nextBoolean();
            Long bound = random.nextBoolean() ? random.nextLong() : null;
            return new Drawn<>(
                    config.apply(enabled, bound), "{\"enabled\":" + enabled + ",\"" + name + "\":" + text(bound) + "}");
        };
    }

    private static Drawn<FlpConfig> flp(SplittableRandom random) {
        long crashes = random.nextLong();
        boolean deterministic = random.nextBoolean();
        return new Drawn<>(
                new FlpConfig(crashes, deterministic),
                "{\"crash_bound\":" + text(crashes) + ",\"requires_determinism\":" + deterministic + "}");
    }

    private static Drawn<CapConfig> cap(SplittableRandom random) {
        int consistency = random.nextInt(3);
        int availability = random.nextInt(3);
        int partition = random.nextInt(3);
        return new Drawn<>(
                new CapConfig(
                        nth(Consistency.values(), consistency),
                        nth(Availability.values(), availability),
                        nth(PartitionModel.values(), partition)),
                "{\"availability\":\""
                        + List.of("Total", "BoundedDegradation", "BestEffort").get(availability)
                        + "\",\"consistency\":\""
                        + List.of("Linearizable", "Sequential", "Eventual").get(consistency)
                        + "\",\"partition_model\":\""
                        + List.of("None", "CrashOnly", "NetworkSplit").get(partition) + "\"}");
    }

    private static Drawn<QuorumGeometryConfig> quorum(SplittableRandom random) {
        int system = random.nextInt(3);
        long n = random.nextLong();
        long size = random.nextLong();
        long intersection = random.nextLong();
        return new Drawn<>(
                new QuorumGeometryConfig(nth(QuorumSystem.values(), system), n, size, intersection),
                "{\"intersection_size\":" + text(intersection) + ",\"n\":" + text(n) + ",\"quorum_size\":" + text(size)
                        + ",\"quorum_system\":\""
                        + List.of("Majority", "Weighted", "Flexible").get(system) + "\"}");
    }

    private static Drawn<PartialSynchronyConfig> timing(SplittableRandom random) {
        int timing = random.nextInt(3);
        Long delta = random.nextBoolean() ? random.nextLong() : null;
        return new Drawn<>(
                new PartialSynchronyConfig(nth(TimingModel.values(), timing), delta),
                "{\"delta_bound\":" + text(delta) + ",\"timing\":\""
                        + List.of("Asynchronous", "PartialSynchrony", "Synchronous")
                                .get(timing)
                        + "\"}");
    }

    private static Drawn<NakamotoConfig> nakamoto(SplittableRandom random) {
        long bits = random.nextLong();
        long depth = random.nextLong();
        return new Drawn<>(
                new NakamotoConfig(new FixedQ32(bits), depth),
                "{\"finality_depth\":" + text(depth) + ",\"honest_fraction\":" + bits + "}");
    }

    private static Drawn<MaxWeightConfig> maxWeight(SplittableRandom random) {
        boolean enabled = random.nextBoolean();
        Long bits = random.nextBoolean() ? random.nextLong() : null;
        return new Drawn<>(
                new MaxWeightConfig(enabled, bits == null ? null : new FixedQ32(bits)),
                "{\"enabled\":" + enabled + ",\"slack\":" + bits + "}");
    }

    private static <E> E nth(E[] words, int i) {
        return words[i];
    }

    /** {@return an unsigned number, or null} */
    private static String text(@Nullable Long number) {
        return number == null ? "null" : Long.toUnsignedString(number);
    }
}
