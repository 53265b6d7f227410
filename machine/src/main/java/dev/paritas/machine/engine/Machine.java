package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.CommunicationReplayMode;
import dev.paritas.machine.isa.ProgramStore;
import dev.paritas.machine.schedule.Scheduler;
import dev.paritas.machine.session.Session;
import dev.paritas.machine.session.SessionStore;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state that the parts of the engine share. */
final class Machine {
    final MachineConfig config;
    /** Null when nothing is recorded: then no id is drawn and no record is built. */
    final @Nullable Recorder recorder;

    final SessionStore sessions;
    final ReplayGuard replay;
    final ProgramStore programs = new ProgramStore();
    final List<Coroutine> coroutines = new ArrayList<>();
    final Scheduler scheduler;
    final Set<String> pausedRoles = new TreeSet<>(CodePointOrder.INSTANCE);
    final Network network = new Network();
    /** Layer to resource, empty until a layer is configured or used. */
    final Map<String, Value> guardResources = new TreeMap<>(CodePointOrder.INSTANCE);
    /** Evidence each session has given back; equal evidence is taken once. */
    final Map<Long, Set<Value>> consumedEvidence = new HashMap<>();

    final Set<CommittedTransfer> committedTransfers = new HashSet<>();
    long tick;
    long nextReceiptId;
    /** Set when the eligible queues must be rebuilt before the next pick. */
    boolean eligibilityDirty = true;

    Machine(MachineConfig config, @Nullable Recorder recorder) {
        this.config = config;
        this.recorder = recorder;
        this.sessions = new SessionStore(config.communicationReplayMode() != CommunicationReplayMode.OFF);
        this.replay = new ReplayGuard(config.communicationReplayMode());
        this.scheduler = new Scheduler(
                config.schedPolicy(), id -> !coroutines.get(id).tokens.isEmpty());
        config.guardLayers().forEach(layer -> guardResources.put(layer.id(), Value.UNIT));
    }

    boolean recording() {
        return recorder != null;
    }

    boolean isFull() {
        return Long.compareUnsigned(coroutines.size(), config.maxCoroutines()) >= 0;
    }

    /** Adds a ready coroutine. */
    Coroutine spawn(Session session, String role, int programId) {
        Coroutine coroutine = new Coroutine(
                coroutines.size(), programId, session, role, config.numRegisters(), config.initialCostBudget());
        coroutine.held = isHeld(role);
        coroutines.add(coroutine);
        scheduler.addReady(coroutine.id);
        if (!eligibilityDirty) {
            scheduler.setEligible(coroutine.id, !coroutine.held);
        }
        return coroutine;
    }

    /** Recomputes whether coroutines of {@code role} may run, and tells the scheduler. */
    void roleChanged(String role) {
        boolean held = isHeld(role);
        for (int i = 0; i < coroutines.size(); i++) {
            Coroutine coroutine = coroutines.get(i);
            if (coroutine.held != held && coroutine.role.equals(role)) {
                coroutine.held = held;
                scheduler.setEligible(coroutine.id, !held);
            }
        }
    }

    private boolean isHeld(String role) {
        return pausedRoles.contains(role) || network.isDown(role);
    }
}
