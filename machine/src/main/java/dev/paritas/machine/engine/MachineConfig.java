package dev.paritas.machine.engine;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.machine.session.BackpressurePolicy;
import dev.paritas.machine.session.BufferConfig;
import dev.paritas.machine.session.BufferConfig.BufferMode;
import dev.paritas.semanticobjects.effect.WireDuration;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a machine, members as in spec 20 §16. Counts, sizes and costs are unsigned. Reading accepts any
 * values; {@link #error} says what a machine would refuse.
 */
public record MachineConfig(
        long configSchemaVersion,
        SchedulingPolicy schedPolicy,
        BufferConfig bufferConfig,
        long maxSessions,
        long maxCoroutines,
        int numRegisters,
        WireDuration tickDuration,
        List<GuardLayer> guardLayers,
        boolean speculationEnabled,
        DeterminismMode determinismMode,
        EffectDeterminismTier effectDeterminismTier,
        OutputConditionPolicy outputConditionPolicy,
        MonitorMode monitorMode,
        FlowPolicy flowPolicy,
        long instructionCost,
        long initialCostBudget,
        boolean footprintGuidedWaveWidening,
        RuntimeTuningProfile runtimeTuningProfile,
        ThreadedRoundSemantics threadedRoundSemantics,
        EffectTraceCaptureMode effectTraceCaptureMode,
        ObservabilityRetention observabilityRetention,
        PayloadValidationMode payloadValidationMode,
        CommunicationReplayMode communicationReplayMode,
        long maxPayloadBytes,
        HostContractAssertions hostContractAssertions) {
    public static final MachineConfig DEFAULT = new MachineConfig(
            1L,
            new SchedulingPolicy.Cooperative(),
            BufferConfig.DEFAULT,
            256,
            1024,
            16,
            new WireDuration(0, 1_000_000),
            List.of(),
            false,
            DeterminismMode.FULL,
            EffectDeterminismTier.STRICT_DETERMINISTIC,
            new OutputConditionPolicy.AllowAll(),
            MonitorMode.SESSION_TYPE_PRECHECK,
            new FlowPolicy.AllowAll(),
            1L,
            -1L,
            false,
            RuntimeTuningProfile.STANDARD,
            ThreadedRoundSemantics.CANONICAL_ONE_STEP,
            EffectTraceCaptureMode.FULL,
            ObservabilityRetention.DEFAULT,
            PayloadValidationMode.STRUCTURAL,
            CommunicationReplayMode.OFF,
            65536L,
            HostContractAssertions.ENFORCED);

    public static final Codec<MachineConfig> CODEC = ObjectCodec.of(
            "ProtocolMachineConfig",
            defaulted("config_schema_version", Codec.U64, MachineConfig::configSchemaVersion, 1L),
            field("sched_policy", SchedulingPolicy.CODEC, MachineConfig::schedPolicy),
            field("buffer_config", BufferConfig.CODEC, MachineConfig::bufferConfig),
            field("max_sessions", Codec.U64, MachineConfig::maxSessions),
            field("max_coroutines", Codec.U64, MachineConfig::maxCoroutines),
            field("num_registers", Codec.unsignedInt(0xFFFF), MachineConfig::numRegisters),
            field("tick_duration", WireDuration.CODEC, MachineConfig::tickDuration),
            field("guard_layers", Codec.listOf(GuardLayer.CODEC), MachineConfig::guardLayers),
            field("speculation_enabled", Codec.BOOL, MachineConfig::speculationEnabled),
            field("determinism_mode", DeterminismMode.CODEC, MachineConfig::determinismMode),
            defaulted(
                    "effect_determinism_tier",
                    EffectDeterminismTier.CODEC,
                    MachineConfig::effectDeterminismTier,
                    EffectDeterminismTier.STRICT_DETERMINISTIC),
            field("output_condition_policy", OutputConditionPolicy.CODEC, MachineConfig::outputConditionPolicy),
            defaulted("monitor_mode", MonitorMode.CODEC, MachineConfig::monitorMode, MonitorMode.SESSION_TYPE_PRECHECK),
            defaulted("flow_policy", FlowPolicy.CODEC, MachineConfig::flowPolicy, new FlowPolicy.AllowAll()),
            defaulted("instruction_cost", Codec.U64, MachineConfig::instructionCost, 1L),
            defaulted("initial_cost_budget", Codec.U64, MachineConfig::initialCostBudget, -1L),
            defaulted("footprint_guided_wave_widening", Codec.BOOL, MachineConfig::footprintGuidedWaveWidening, false),
            defaulted(
                    "runtime_tuning_profile",
                    RuntimeTuningProfile.CODEC,
                    MachineConfig::runtimeTuningProfile,
                    RuntimeTuningProfile.STANDARD),
            defaulted(
                    "threaded_round_semantics",
                    ThreadedRoundSemantics.CODEC,
                    MachineConfig::threadedRoundSemantics,
                    ThreadedRoundSemantics.CANONICAL_ONE_STEP),
            defaulted(
                    "effect_trace_capture_mode",
                    EffectTraceCaptureMode.CODEC,
                    MachineConfig::effectTraceCaptureMode,
                    EffectTraceCaptureMode.FULL),
            defaulted(
                    "observability_retention",
                    ObservabilityRetention.CODEC,
                    MachineConfig::observabilityRetention,
                    ObservabilityRetention.DEFAULT),
            defaulted(
                    "payload_validation_mode",
                    PayloadValidationMode.CODEC,
                    MachineConfig::payloadValidationMode,
                    PayloadValidationMode.STRUCTURAL),
            defaulted(
                    "communication_replay_mode",
                    CommunicationReplayMode.CODEC,
                    MachineConfig::communicationReplayMode,
                    CommunicationReplayMode.OFF),
            defaulted("max_payload_bytes", Codec.U64, MachineConfig::maxPayloadBytes, 65536L),
            defaulted(
                    "host_contract_assertions",
                    HostContractAssertions.CODEC,
                    MachineConfig::hostContractAssertions,
                    HostContractAssertions.ENFORCED),
            MachineConfig::new);

    public MachineConfig {
        guardLayers = List.copyOf(guardLayers);
    }

    /** {@return the first violated rule of spec 20 §16} */
    public Optional<String> error() {
        if (configSchemaVersion == 0) {
            return Optional.of("config_schema_version must be >= 1");
        }
        if (maxSessions == 0) {
            return Optional.of("max_sessions must be > 0");
        }
        if (maxCoroutines == 0) {
            return Optional.of("max_coroutines must be > 0");
        }
        if (numRegisters == 0) {
            return Optional.of("num_registers must be > 0");
        }
        if (instructionCost == 0) {
            return Optional.of("instruction_cost must be > 0");
        }
        if (maxPayloadBytes == 0) {
            return Optional.of("max_payload_bytes must be > 0");
        }
        if (observabilityRetention.mode() == ObservabilityRetention.Mode.CAPPED
                && observabilityRetention.capacity() == 0) {
            return Optional.of("observability_retention.capacity must be > 0 in capped mode");
        }
        if (hostContractAssertions == HostContractAssertions.RELAXED_TEST_ONLY
                && determinismMode == DeterminismMode.FULL) {
            return Optional.of("host_contract_assertions=relaxed_test_only is not valid with DeterminismMode::Full");
        }
        return Optional.empty();
    }

    /** Little is kept: capture disabled, the newest 1024 entries of each log. */
    public static MachineConfig strictMinimal() {
        return DEFAULT.toBuilder()
                .effectTraceCaptureMode(EffectTraceCaptureMode.DISABLED)
                .observabilityRetention(ObservabilityRetention.capped(1024))
                .build();
    }

    /** Like {@link #strictMinimal}, but everything is kept. */
    public static MachineConfig strictObservable() {
        return strictMinimal().toBuilder()
                .effectTraceCaptureMode(EffectTraceCaptureMode.FULL)
                .observabilityRetention(ObservabilityRetention.DEFAULT)
                .build();
    }

    /** Like {@link #strictObservable}, with declared payload types and nullifiers. */
    public static MachineConfig strictVerified() {
        return strictObservable().toBuilder()
                .payloadValidationMode(PayloadValidationMode.STRICT_SCHEMA)
                .communicationReplayMode(CommunicationReplayMode.NULLIFIER)
                .build();
    }

    /** Like {@link #strictMinimal}, with short logs for many short sessions. */
    public static MachineConfig strictChurn() {
        return strictMinimal().toBuilder()
                .observabilityRetention(ObservabilityRetention.capped(256))
                .build();
    }

    /** Like {@link #strictMinimal}, with buffers that grow from 1 to 8. */
    public static MachineConfig strictBufferPressure() {
        return strictMinimal().toBuilder()
                .bufferConfig(new BufferConfig(BufferMode.FIFO, 1, new BackpressurePolicy.Resize(8)))
                .build();
    }

    /** Like {@link #strictMinimal}, with long logs for wide rounds. */
    public static MachineConfig strictLargeFanout() {
        return strictMinimal().toBuilder()
                .observabilityRetention(ObservabilityRetention.capped(4096))
                .build();
    }

    /** {@return a builder that starts from this configuration} */
    public MachineConfigBuilder toBuilder() {
        return new MachineConfigBuilder(this);
    }

    /** How a received message is held against repetition (spec 20 §12.1). */
    public enum CommunicationReplayMode {
        OFF,
        SEQUENCE,
        NULLIFIER;

        public static final Codec<CommunicationReplayMode> CODEC = WordCodec.snakeCase(CommunicationReplayMode.class);
    }

    /** How two runs are held equal (spec 21 §14). */
    public enum DeterminismMode {
        FULL,
        MODULO_EFFECTS,
        MODULO_COMMUTATIVITY,
        REPLAY;

        public static final WordCodec<DeterminismMode> CODEC = WordCodec.camelCase(DeterminismMode.class);
    }

    /** What the effects of a run promise about repetition (spec 20 §16). */
    public enum EffectDeterminismTier {
        STRICT_DETERMINISTIC,
        REPLAY_DETERMINISTIC,
        ENVELOPE_BOUNDED_NONDETERMINISTIC;

        public static final Codec<EffectDeterminismTier> CODEC = WordCodec.snakeCase(EffectDeterminismTier.class);
    }

    /** Which effect-trace entries are kept (spec 21 §8). */
    public enum EffectTraceCaptureMode {
        FULL,
        TOPOLOGY_ONLY,
        DISABLED;

        public static final Codec<EffectTraceCaptureMode> CODEC = WordCodec.snakeCase(EffectTraceCaptureMode.class);
    }

    /** A configured guard layer (spec 20 §15.5). */
    public record GuardLayer(String id, boolean active) {
        public static final Codec<GuardLayer> CODEC = ObjectCodec.of(
                "GuardLayer",
                field("id", Codec.STRING, GuardLayer::id),
                field("active", Codec.BOOL, GuardLayer::active),
                GuardLayer::new);
    }

    /** Whether session types are checked before each instruction (spec 20 §15.1). */
    public enum MonitorMode {
        OFF,
        SESSION_TYPE_PRECHECK;

        public static final Codec<MonitorMode> CODEC = WordCodec.camelCase(MonitorMode.class);
    }

    /** How payloads are checked at the communication boundary (spec 20 §15.3). */
    public enum PayloadValidationMode {
        OFF,
        STRUCTURAL,
        STRICT_SCHEMA;

        public static final Codec<PayloadValidationMode> CODEC = WordCodec.snakeCase(PayloadValidationMode.class);
    }

    /** Named tuning of the threaded engine; the cooperative engine only carries it. */
    public enum RuntimeTuningProfile {
        STANDARD,
        M1_STRESS_REFERENCE;

        public static final Codec<RuntimeTuningProfile> CODEC = WordCodec.snakeCase(RuntimeTuningProfile.class);
    }

    /** Round shape of the threaded engine; the cooperative engine only carries it. */
    public enum ThreadedRoundSemantics {
        CANONICAL_ONE_STEP,
        WAVE_PARALLEL_EXTENSION;

        public static final Codec<ThreadedRoundSemantics> CODEC = WordCodec.snakeCase(ThreadedRoundSemantics.class);
    }

    /** Whether the machine holds its host to the contracts of spec 20 §15.7; a boolean is read as well. */
    public enum HostContractAssertions {
        ENFORCED,
        RELAXED_TEST_ONLY;

        public static final Codec<HostContractAssertions> CODEC = new Codec<>() {
            private final Codec<HostContractAssertions> words = WordCodec.snakeCase(HostContractAssertions.class);

            @Override
            public void write(JsonOutput out, HostContractAssertions value) {
                words.write(out, value);
            }

            @Override
            public HostContractAssertions read(JsonInput in) {
                if (in.atBoolean()) {
                    return in.readBoolean() ? ENFORCED : RELAXED_TEST_ONLY;
                }
                return words.read(in);
            }

            @Override
            public Shape shape() {
                return new Shape.OneOf("HostContractAssertionsOrFlag", List.of(words.shape(), new Shape.Bool()));
            }
        };
    }

    /** How much of each log is kept (spec 20 §18); {@code capacity} counts entries per log and is unsigned. */
    public record ObservabilityRetention(Mode mode, long capacity) {
        public enum Mode {
            FULL,
            /** The newest {@code capacity} entries. */
            CAPPED,
            DISABLED;

            public static final Codec<Mode> CODEC = WordCodec.snakeCase(Mode.class);
        }

        public static final long DEFAULT_CAPACITY = 4096;
        public static final ObservabilityRetention DEFAULT = new ObservabilityRetention(Mode.FULL, DEFAULT_CAPACITY);

        public static final Codec<ObservabilityRetention> CODEC = ObjectCodec.of(
                "ObservabilityRetention",
                defaulted("mode", Mode.CODEC, ObservabilityRetention::mode, Mode.FULL),
                defaulted("capacity", Codec.U64, ObservabilityRetention::capacity, DEFAULT_CAPACITY),
                ObservabilityRetention::new);

        public static ObservabilityRetention capped(long capacity) {
            return new ObservabilityRetention(Mode.CAPPED, capacity);
        }
    }
}
