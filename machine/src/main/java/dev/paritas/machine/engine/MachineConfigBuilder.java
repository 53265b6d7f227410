package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.CommunicationReplayMode;
import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.engine.MachineConfig.EffectDeterminismTier;
import dev.paritas.machine.engine.MachineConfig.EffectTraceCaptureMode;
import dev.paritas.machine.engine.MachineConfig.GuardLayer;
import dev.paritas.machine.engine.MachineConfig.HostContractAssertions;
import dev.paritas.machine.engine.MachineConfig.MonitorMode;
import dev.paritas.machine.engine.MachineConfig.ObservabilityRetention;
import dev.paritas.machine.engine.MachineConfig.PayloadValidationMode;
import dev.paritas.machine.engine.MachineConfig.RuntimeTuningProfile;
import dev.paritas.machine.engine.MachineConfig.ThreadedRoundSemantics;
import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.machine.session.BufferConfig;
import dev.paritas.semanticobjects.effect.WireDuration;
import java.util.List;

/** Collects changes to a {@link MachineConfig}. */
public final class MachineConfigBuilder {
    private long configSchemaVersion;
    private SchedulingPolicy schedPolicy;
    private BufferConfig bufferConfig;
    private long maxSessions;
    private long maxCoroutines;
    private int numRegisters;
    private WireDuration tickDuration;
    private List<GuardLayer> guardLayers;
    private boolean speculationEnabled;
    private DeterminismMode determinismMode;
    private EffectDeterminismTier effectDeterminismTier;
    private OutputConditionPolicy outputConditionPolicy;
    private MonitorMode monitorMode;
    private FlowPolicy flowPolicy;
    private long instructionCost;
    private long initialCostBudget;
    private boolean footprintGuidedWaveWidening;
    private RuntimeTuningProfile runtimeTuningProfile;
    private ThreadedRoundSemantics threadedRoundSemantics;
    private EffectTraceCaptureMode effectTraceCaptureMode;
    private ObservabilityRetention observabilityRetention;
    private PayloadValidationMode payloadValidationMode;
    private CommunicationReplayMode communicationReplayMode;
    private long maxPayloadBytes;
    private HostContractAssertions hostContractAssertions;

    MachineConfigBuilder(MachineConfig from) {
        this.configSchemaVersion = from.configSchemaVersion();
        this.schedPolicy = from.schedPolicy();
        this.bufferConfig = from.bufferConfig();
        this.maxSessions = from.maxSessions();
        this.maxCoroutines = from.maxCoroutines();
        this.numRegisters = from.numRegisters();
        this.tickDuration = from.tickDuration();
        this.guardLayers = from.guardLayers();
        this.speculationEnabled = from.speculationEnabled();
        this.determinismMode = from.determinismMode();
        this.effectDeterminismTier = from.effectDeterminismTier();
        this.outputConditionPolicy = from.outputConditionPolicy();
        this.monitorMode = from.monitorMode();
        this.flowPolicy = from.flowPolicy();
        this.instructionCost = from.instructionCost();
        this.initialCostBudget = from.initialCostBudget();
        this.footprintGuidedWaveWidening = from.footprintGuidedWaveWidening();
        this.runtimeTuningProfile = from.runtimeTuningProfile();
        this.threadedRoundSemantics = from.threadedRoundSemantics();
        this.effectTraceCaptureMode = from.effectTraceCaptureMode();
        this.observabilityRetention = from.observabilityRetention();
        this.payloadValidationMode = from.payloadValidationMode();
        this.communicationReplayMode = from.communicationReplayMode();
        this.maxPayloadBytes = from.maxPayloadBytes();
        this.hostContractAssertions = from.hostContractAssertions();
    }

    public MachineConfigBuilder configSchemaVersion(long value) {
        configSchemaVersion = value;
        return this;
    }

    public MachineConfigBuilder schedPolicy(SchedulingPolicy value) {
        schedPolicy = value;
        return this;
    }

    public MachineConfigBuilder bufferConfig(BufferConfig value) {
        bufferConfig = value;
        return this;
    }

    public MachineConfigBuilder maxSessions(long value) {
        maxSessions = value;
        return this;
    }

    public MachineConfigBuilder maxCoroutines(long value) {
        maxCoroutines = value;
        return this;
    }

    public MachineConfigBuilder numRegisters(int value) {
        numRegisters = value;
        return this;
    }

    public MachineConfigBuilder tickDuration(WireDuration value) {
        tickDuration = value;
        return this;
    }

    public MachineConfigBuilder guardLayers(List<GuardLayer> value) {
        guardLayers = value;
        return this;
    }

    public MachineConfigBuilder speculationEnabled(boolean value) {
        speculationEnabled = value;
        return this;
    }

    public MachineConfigBuilder determinismMode(DeterminismMode value) {
        determinismMode = value;
        return this;
    }

    public MachineConfigBuilder effectDeterminismTier(EffectDeterminismTier value) {
        effectDeterminismTier = value;
        return this;
    }

    public MachineConfigBuilder outputConditionPolicy(OutputConditionPolicy value) {
        outputConditionPolicy = value;
        return this;
    }

    public MachineConfigBuilder monitorMode(MonitorMode value) {
        monitorMode = value;
        return this;
    }

    public MachineConfigBuilder flowPolicy(FlowPolicy value) {
        flowPolicy = value;
        return this;
    }

    public MachineConfigBuilder instructionCost(long value) {
        instructionCost = value;
        return this;
    }

    public MachineConfigBuilder initialCostBudget(long value) {
        initialCostBudget = value;
        return this;
    }

    public MachineConfigBuilder footprintGuidedWaveWidening(boolean value) {
        footprintGuidedWaveWidening = value;
        return this;
    }

    public MachineConfigBuilder runtimeTuningProfile(RuntimeTuningProfile value) {
        runtimeTuningProfile = value;
        return this;
    }

    public MachineConfigBuilder threadedRoundSemantics(ThreadedRoundSemantics value) {
        threadedRoundSemantics = value;
        return this;
    }

    public MachineConfigBuilder effectTraceCaptureMode(EffectTraceCaptureMode value) {
        effectTraceCaptureMode = value;
        return this;
    }

    public MachineConfigBuilder observabilityRetention(ObservabilityRetention value) {
        observabilityRetention = value;
        return this;
    }

    public MachineConfigBuilder payloadValidationMode(PayloadValidationMode value) {
        payloadValidationMode = value;
        return this;
    }

    public MachineConfigBuilder communicationReplayMode(CommunicationReplayMode value) {
        communicationReplayMode = value;
        return this;
    }

    public MachineConfigBuilder maxPayloadBytes(long value) {
        maxPayloadBytes = value;
        return this;
    }

    public MachineConfigBuilder hostContractAssertions(HostContractAssertions value) {
        hostContractAssertions = value;
        return this;
    }

    public MachineConfig build() {
        return new MachineConfig(
                configSchemaVersion,
                schedPolicy,
                bufferConfig,
                maxSessions,
                maxCoroutines,
                numRegisters,
                tickDuration,
                guardLayers,
                speculationEnabled,
                determinismMode,
                effectDeterminismTier,
                outputConditionPolicy,
                monitorMode,
                flowPolicy,
                instructionCost,
                initialCostBudget,
                footprintGuidedWaveWidening,
                runtimeTuningProfile,
                threadedRoundSemantics,
                effectTraceCaptureMode,
                observabilityRetention,
                payloadValidationMode,
                communicationReplayMode,
                maxPayloadBytes,
                hostContractAssertions);
    }
}
