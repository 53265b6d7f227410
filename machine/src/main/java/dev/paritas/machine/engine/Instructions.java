package dev.paritas.machine.engine;

import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.fault.Fault;
import org.jspecify.annotations.Nullable;

/** The instruction pipeline: prechecks, step, commit (spec 20 §13). */
final class Instructions {
    private static final OutputConditionCheck PASSED = check(null, true);

    private final Machine machine;
    private final EffectGate gate;
    private final HandlerContract contract;
    private final Operands operands;
    private final Communication communication;
    private final Choices choices;
    private final Lifecycle lifecycle;
    private final Guards guards;
    private final Speculation speculation;
    private final Transfers transfers;
    private final Knowledge knowledge;
    private final Control control;
    private final Step step = new Step();
    private final boolean prechecked;
    private final long cost;

    Instructions(Machine machine, EffectGate gate, HandlerContract contract) {
        this.machine = machine;
        this.gate = gate;
        this.contract = contract;
        this.operands = new Operands(machine);
        PayloadCheck payloads = new PayloadCheck(machine.config);
        this.communication = new Communication(machine, gate, payloads);
        this.choices = new Choices(machine, gate, payloads);
        this.lifecycle = new Lifecycle(machine);
        this.guards = new Guards(machine, gate);
        this.speculation = new Speculation(machine);
        this.transfers = new Transfers(machine);
        this.knowledge = new Knowledge(machine);
        this.control = new Control(machine, gate);
        this.prechecked = machine.config.monitorMode() == MonitorMode.SESSION_TYPE_PRECHECK;
        this.cost = machine.config.instructionCost();
    }

    /**
     * Runs one instruction of {@code coroutine}.
     *
     * @throws FaultSignal when it faults; what the step already changed stays
     */
    Step.Update execute(Coroutine coroutine) {
        contract.checkInInstruction(gate.identity());
        Decoded[] code = coroutine.code;
        if (Long.compareUnsigned(coroutine.pc, code.length) >= 0) {
            throw new FaultSignal(new Fault.PcOutOfBounds());
        }
        Decoded decoded = code[(int) coroutine.pc];
        EndpointSlot monitored = operands.monitored(coroutine, decoded.monitored());
        if (prechecked) {
            Monitor.check(coroutine, decoded.precheck(), monitored);
        }
        if (Long.compareUnsigned(coroutine.budget, cost) < 0) {
            throw new FaultSignal(new Fault.OutOfCredits());
        }
        coroutine.budget -= cost;
        step.begin();
        perform(coroutine, decoded.instr(), monitored);
        commit(coroutine);
        return step.update;
    }

    /** The cases are tried in order: what compiled loops run stands first. */
    private void perform(Coroutine coroutine, Instr instr, @Nullable EndpointSlot monitored) {
        switch (instr) {
            case Instr.Send send -> communication.send(coroutine, send, step);
            case Instr.Receive receive -> communication.receive(coroutine, receive, step);
            case Instr.Invoke invoke -> control.invoke(coroutine, invoke, step);
            case Instr.Jump jump -> step.jump(jump.target());
            case Instr.Offer offer -> choices.offer(coroutine, offer, step);
            case Instr.Choose choose -> choices.choose(coroutine, choose, step);
            case Instr.Open open -> lifecycle.open(coroutine, open, step);
            case Instr.Close close -> lifecycle.close(coroutine, close, step);
            case Instr.Acquire acquire -> guards.acquire(coroutine, acquire, sid(coroutine, monitored), step);
            case Instr.Release release -> guards.release(coroutine, release, sid(coroutine, monitored), step);
            case Instr.Fork fork -> speculation.fork(coroutine, fork, step);
            case Instr.Join() -> speculation.join(coroutine, step);
            case Instr.Abort() -> speculation.abort(coroutine, step);
            case Instr.Transfer transfer -> transfers.transfer(coroutine, transfer, step);
            case Instr.Tag tag -> knowledge.tag(coroutine, tag, step);
            case Instr.Check check -> knowledge.check(coroutine, check, step);
            case Instr.Set set -> Control.set(set, step);
            case Instr.Move move -> Control.move(coroutine, move, step);
            case Instr.Spawn spawn -> control.spawn(coroutine, spawn);
            case Instr.Yield() -> step.update = Step.Update.YIELD;
            case Instr.Halt() -> {
                step.update = Step.Update.HALT;
                if (monitored != null) {
                    step.advanceType(monitored, null);
                }
            }
        }
    }

    private static long sid(Coroutine coroutine, @Nullable EndpointSlot monitored) {
        return monitored == null ? coroutine.sessionId() : monitored.endpoint().sid();
    }

    private void commit(Coroutine coroutine) {
        Recorder recorder = machine.recorder;
        if (step.eventful) {
            passOutputGate(coroutine);
            if (recorder != null) {
                for (int i = 0; i < step.events.size(); i++) {
                    recorder.committed(machine.tick, gate.identity(), step.events.get(i), coroutine.session.ownerId());
                }
            }
        }
        update(coroutine);
        EndpointSlot typed = step.typed;
        if (typed != null) {
            typed.setType(step.nextType);
        }
        CommittedTransfer transfer = step.transfer;
        if (transfer != null) {
            contract.checkTransfer(transfer);
        }
        if (recorder != null) {
            recorder.append(step.events);
        }
    }

    private void passOutputGate(Coroutine coroutine) {
        OutputConditionHint hint = gate.hint(coroutine.session, coroutine.role, coroutine.registers);
        String predicate = hint == null ? OutputConditionCheck.DEFAULT_PREDICATE : hint.predicateRef();
        boolean passed = machine.config.outputConditionPolicy().passes(predicate);
        if (machine.recorder != null) {
            machine.recorder.checked(machine.tick, hint == null && passed ? PASSED : check(hint, passed));
        }
        if (!passed) {
            throw new FaultSignal(new Fault.OutputCondition(predicate));
        }
    }

    private static OutputConditionCheck check(@Nullable OutputConditionHint hint, boolean passed) {
        return new OutputConditionCheck(
                new OutputConditionCheck.Meta(
                        hint == null ? OutputConditionCheck.DEFAULT_PREDICATE : hint.predicateRef(),
                        hint == null ? null : hint.witnessRef(),
                        OutputConditionCheck.UNSPECIFIED_DIGEST),
                passed);
    }

    private void update(Coroutine coroutine) {
        switch (step.update) {
            case ADVANCE -> {
                coroutine.pc++;
                coroutine.status = CoroStatus.READY;
            }
            case WRITE -> {
                if (step.register >= coroutine.registers.size()) {
                    throw FaultSignal.outOfRegisters();
                }
                coroutine.registers.set(step.register, step.value);
                coroutine.pc++;
                coroutine.status = CoroStatus.READY;
            }
            case JUMP -> {
                coroutine.pc = step.target;
                coroutine.status = CoroStatus.READY;
            }
            case BLOCK -> {
                coroutine.waitsAt = step.waitsAt;
                coroutine.waitsOn = step.waitsOn;
                coroutine.block(step.blockReason);
            }
            case YIELD -> {
                coroutine.pc++;
                coroutine.status = CoroStatus.YIELDED;
            }
            case HALT -> coroutine.status = CoroStatus.DONE;
        }
    }
}
