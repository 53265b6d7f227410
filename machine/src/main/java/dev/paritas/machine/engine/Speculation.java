package dev.paritas.machine.engine;

import dev.paritas.machine.isa.Instr;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.event.SessionTerminalReason;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;

/** Fork, Join and Abort (spec 20 §14.12): marks only, no checkpoint is taken or restored. */
final class Speculation {
    private final Machine machine;

    Speculation(Machine machine) {
        this.machine = machine;
    }

    void fork(Coroutine coroutine, Instr.Fork instr, Step step) {
        if (!machine.config.speculationEnabled()) {
            throw FaultSignal.speculation("speculation disabled");
        }
        if (!(Operands.read(coroutine, instr.ghost()) instanceof Value.Nat(long ghost))) {
            throw new FaultSignal(
                    new Fault.TypeViolation(ValType.NAT, ValType.UNIT, coroutine.role + ": fork expects nat ghost id"));
        }
        coroutine.speculate(ghost);
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Forked(machine.tick, coroutine.sessionId(), ghost));
        }
    }

    void join(Coroutine coroutine, Step step) {
        end(coroutine, "join requires active speculation");
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Joined(machine.tick, coroutine.sessionId()));
        }
    }

    void abort(Coroutine coroutine, Step step) {
        end(coroutine, "abort requires active speculation");
        step.eventful = true;
        if (machine.recorder != null) {
            long sid = coroutine.sessionId();
            step.events.add(new ObservableEvent.Aborted(machine.tick, sid));
            step.events.add(new ObservableEvent.SessionTerminal(
                    machine.tick, sid, new SessionTerminalReason.Aborted("abort instruction")));
        }
    }

    private static void end(Coroutine coroutine, String otherwise) {
        if (coroutine.speculation().isEmpty()) {
            throw FaultSignal.speculation(otherwise);
        }
        coroutine.endSpeculation();
    }
}
