package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.engine.MachineConfig.GuardLayer;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.ledger.HostContractProblem;
import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** Acquire and Release of guard layers (spec 20 §14.11). */
final class Guards {
    private final Machine machine;
    private final EffectGate gate;

    Guards(Machine machine, EffectGate gate) {
        this.machine = machine;
        this.gate = gate;
    }

    void acquire(Coroutine coroutine, Instr.Acquire instr, long monitoredSid, Step step) {
        String layer = instr.layer();
        checkLayer(layer);
        ensureSomeResource(layer);
        checkResource(layer);
        Session session = coroutine.session;
        var body = new EffectRequestBody.Acquire(coroutine.role, layer, coroutine.registers.snapshot());
        gate.admitGuard(body, session).ifPresent(failure -> {
            throw new FaultSignal(new Fault.Acquire(layer, failure));
        });
        switch (gate.acquire(session, body, coroutine.registers)) {
            case EffectResult.Success<Value>(Value evidence) -> {
                machine.guardResources.put(layer, evidence);
                step.write(instr.dst(), evidence);
                step.eventful = true;
                if (machine.recorder != null) {
                    step.events.add(new ObservableEvent.Acquired(machine.tick, monitoredSid, coroutine.role, layer));
                }
            }
            case EffectResult.Blocked<Value>() -> {
                record(
                        layer,
                        recorder ->
                                recorder.layerBlocked(machine.tick, gate.identity(), session, coroutine.role, layer));
                step.block(new BlockReason.AcquireDenied(layer));
            }
            case EffectResult.Failure<Value>(var failure) ->
                throw failed(EffectKind.HANDLE_ACQUIRE, session, coroutine.role, layer, failure);
        }
    }

    void release(Coroutine coroutine, Instr.Release instr, long monitoredSid, Step step) {
        String layer = instr.layer();
        checkLayer(layer);
        ensureSomeResource(layer);
        Value evidence = Operands.read(coroutine, instr.evidence());
        Session session = coroutine.session;
        var body = new EffectRequestBody.Release(coroutine.role, layer, evidence, coroutine.registers.snapshot());
        gate.admitGuard(body, session).ifPresent(failure -> {
            throw new FaultSignal(new Fault.Acquire(layer, failure));
        });
        EffectResult<EffectResult.Done> result = gate.release(session, body, coroutine.registers);
        if (!(result instanceof EffectResult.Success)) {
            throw failed(
                    EffectKind.HANDLE_RELEASE,
                    session,
                    coroutine.role,
                    layer,
                    result.failureOr("handle_release returned blocked"));
        }
        checkResource(layer);
        boolean fresh = machine.consumedEvidence
                .computeIfAbsent(session.sid(), ignored -> new HashSet<>())
                .add(evidence);
        if (!fresh) {
            throw FaultSignal.acquire(layer, EffectFailureKind.INVALID_EVIDENCE, "resource already consumed");
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Released(machine.tick, monitoredSid, coroutine.role, layer));
        }
    }

    private void checkLayer(String layer) {
        List<GuardLayer> layers = machine.config.guardLayers();
        if (layers.isEmpty()) {
            return;
        }
        GuardLayer known = layers.stream()
                .filter(candidate -> candidate.id().equals(layer))
                .findFirst()
                .orElseThrow(() -> FaultSignal.acquire(layer, EffectFailureKind.INVALID_INPUT, "unknown layer"));
        if (!known.active()) {
            throw FaultSignal.acquire(layer, EffectFailureKind.UNAVAILABLE, "inactive layer");
        }
    }

    /** The first layer ever used is known at once; after that only known layers are. */
    private void ensureSomeResource(String layer) {
        if (machine.guardResources.isEmpty()) {
            machine.guardResources.put(layer, Value.UNIT);
        }
    }

    private void checkResource(String layer) {
        if (!machine.guardResources.containsKey(layer)) {
            throw FaultSignal.acquire(layer, EffectFailureKind.INVALID_EVIDENCE, "unknown guard layer " + layer);
        }
    }

    private FaultSignal failed(EffectKind kind, Session session, String role, String layer, EffectFailure failure) {
        record(
                layer,
                recorder -> recorder.layerFailed(machine.tick, gate.identity(), kind, session, role, layer, failure));
        return new FaultSignal(new Fault.Acquire(layer, failure));
    }

    /** A record that the ledger refuses faults the instruction in its own family (spec 30 §7.5). */
    private void record(String layer, Consumer<Recorder> records) {
        Recorder recorder = machine.recorder;
        if (recorder != null) {
            try {
                records.accept(recorder);
            } catch (ProblemException violation) {
                throw FaultSignal.acquire(
                        layer,
                        EffectFailureKind.CONTRACT_VIOLATION,
                        new MachineError.HandlerError(violation
                                        .only(HostContractProblem.class)
                                        .failure())
                                .sentence());
            }
        }
    }
}
