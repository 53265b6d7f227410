package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.InvokeAction;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;

/** Invoke, Set, Move and Spawn (spec 20 §14.6-14.8). */
final class Control {
    private final Machine machine;
    private final EffectGate gate;

    Control(Machine machine, EffectGate gate) {
        this.machine = machine;
        this.gate = gate;
    }

    void invoke(Coroutine coroutine, Instr.Invoke instr, Step step) {
        if (instr.action() instanceof InvokeAction.Register(int register)) {
            Operands.read(coroutine, register);
        }
        if (coroutine.session.defaultHandler().isEmpty()) {
            throw FaultSignal.contract("no handler bound");
        }
        EffectResult<EffectResult.Done> result = gate.step(coroutine.session, coroutine.role, coroutine.registers);
        if (!(result instanceof EffectResult.Success)) {
            throw stepFailed(coroutine, instr, result.failureOr("step returned blocked"));
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Invoked(machine.tick, coroutine.id, coroutine.role));
        }
    }

    private FaultSignal stepFailed(Coroutine coroutine, Instr.Invoke instr, EffectFailure failure) {
        if (machine.recorder != null) {
            String action = switch (instr.action()) {
                case InvokeAction.Named(String name) -> name;
                case InvokeAction.Register(int register) ->
                    Operands.read(coroutine, register).debugText();
            };
            machine.recorder.stepFailed(
                    machine.tick, gate.identity(), coroutine.session, coroutine.role, action, failure);
        }
        return FaultSignal.invoke(failure);
    }

    static void set(Instr.Set instr, Step step) {
        step.write(instr.dst(), instr.val().toValue());
    }

    static void move(Coroutine coroutine, Instr.Move instr, Step step) {
        step.write(instr.dst(), Operands.read(coroutine, instr.src()));
    }

    /** The child is queued here, so before its parent is. */
    void spawn(Coroutine parent, Instr.Spawn instr) {
        if (machine.isFull()) {
            throw FaultSignal.speculation("max coroutines exceeded");
        }
        Coroutine child = machine.spawn(parent.session, parent.role, parent.programId);
        child.pc = instr.target();
        List<Integer> args = instr.args();
        int registers = child.registers.size();
        for (int i = 0; i < args.size() && i < registers; i++) {
            int source = args.get(i);
            if (source < parent.registers.size()) {
                Value value = parent.registers.get(source);
                child.registers.set(i, value);
            }
        }
    }
}
