package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.engine.MachineConfig.MonitorMode;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.fault.Fault;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The instruction pipeline: prechecks, step, commit (spec 20 §13). */
final class Instructions {
    private static final Decoded[] NOT_DECODED = {};
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
    private Decoded[][] programs = {};
    private final boolean prechecked;
    private final boolean passesAll;
    private final boolean syncsBeforeCommits;
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
        OutputConditionPolicy policy = machine.config.outputConditionPolicy();
        this.passesAll =
                policy instanceof OutputConditionPolicy.AllowAll || policy instanceof OutputConditionPolicy.Disabled;
        this.syncsBeforeCommits = !(policy instanceof OutputConditionPolicy.Disabled);
        this.cost = machine.config.instructionCost();
    }

    /**
     * Runs one instruction of {@code coroutine}.
     *
     * @throws FaultSignal when it faults; what the step already changed stays
     */
    Step.Update execute(Coroutine coroutine) {
        contract.checkInInstruction(gate.identity());
        Decoded[] code = program(coroutine.programId);
        if (Long.compareUnsigned(coroutine.pc, code.length) >= 0) {
            throw new FaultSignal(new Fault.PcOutOfBounds());
        }
        Decoded decoded = code[(int) coroutine.pc];
        EndpointSlot monitored = operands.monitored(coroutine, decoded.monitored());
        if (prechecked && decoded.precheck() != Decoded.Precheck.NOTHING) {
            Monitor.check(coroutine, decoded.precheck(), monitored);
        }
        if (Long.compareUnsigned(coroutine.budget, cost) < 0) {
            throw new FaultSignal(new Fault.OutOfCredits());
        }
        coroutine.budget -= cost;
        step.begin();
        decoded.action().perform(coroutine, monitored, step);
        commit(coroutine);
        return step.update;
    }

    private Decoded[] program(int id) {
        if (id >= programs.length || programs[id] == NOT_DECODED) {
            decode(id);
        }
        return programs[id];
    }

    private void decode(int id) {
        if (id >= programs.length) {
            int known = programs.length;
            programs = Arrays.copyOf(programs, machine.programs.size());
            Arrays.fill(programs, known, programs.length, NOT_DECODED);
        }
        Instr[] code = machine.programs.code(id);
        Decoded[] program = new Decoded[code.length];
        for (int pc = 0; pc < code.length; pc++) {
            program[pc] = Decoded.of(code[pc], bind(code[pc]));
        }
        programs[id] = program;
    }

    private Decoded.Action bind(Instr instr) {
        return switch (instr) {
            case Instr.Send send -> (coroutine, at, next) -> communication.send(coroutine, send, next);
            case Instr.Receive receive -> (coroutine, at, next) -> communication.receive(coroutine, receive, next);
            case Instr.Offer offer -> (coroutine, at, next) -> choices.offer(coroutine, offer, next);
            case Instr.Choose choose -> (coroutine, at, next) -> choices.choose(coroutine, choose, next);
            case Instr.Open open -> (coroutine, at, next) -> lifecycle.open(coroutine, open, next);
            case Instr.Close close -> (coroutine, at, next) -> lifecycle.close(coroutine, close, next);
            case Instr.Invoke invoke -> (coroutine, at, next) -> control.invoke(coroutine, invoke, next);
            case Instr.Acquire acquire ->
                (coroutine, at, next) -> guards.acquire(coroutine, acquire, sid(coroutine, at), next);
            case Instr.Release release ->
                (coroutine, at, next) -> guards.release(coroutine, release, sid(coroutine, at), next);
            case Instr.Fork fork -> (coroutine, at, next) -> speculation.fork(coroutine, fork, next);
            case Instr.Join ignored -> (coroutine, at, next) -> speculation.join(coroutine, next);
            case Instr.Abort ignored -> (coroutine, at, next) -> speculation.abort(coroutine, next);
            case Instr.Transfer transfer -> (coroutine, at, next) -> transfers.transfer(coroutine, transfer, next);
            case Instr.Tag tag -> (coroutine, at, next) -> knowledge.tag(coroutine, tag, next);
            case Instr.Check check -> (coroutine, at, next) -> knowledge.check(coroutine, check, next);
            case Instr.Set set -> (coroutine, at, next) -> Control.set(set, next);
            case Instr.Move move -> (coroutine, at, next) -> Control.move(coroutine, move, next);
            case Instr.Jump jump -> (coroutine, at, next) -> next.jump(jump.target());
            case Instr.Spawn spawn -> (coroutine, at, next) -> control.spawn(coroutine, spawn);
            case Instr.Yield ignored -> (coroutine, at, next) -> next.update = Step.Update.YIELD;
            case Instr.Halt ignored -> (coroutine, at, next) -> next.halt(at);
        };
    }

    private static long sid(Coroutine coroutine, @Nullable EndpointSlot monitored) {
        return monitored == null ? coroutine.sessionId() : monitored.endpoint().sid();
    }

    private void commit(Coroutine coroutine) {
        Recorder recorder = machine.recorder;
        if (step.eventful) {
            OutputConditionHint hint = gate.hint(coroutine.session, coroutine.role, coroutine.registers);
            if (syncsBeforeCommits && gate.supportsWalSync() && !walSynced(coroutine)) {
                waitForWal(coroutine);
                return;
            }
            passOutputGate(hint);
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

    /** {@return whether the write-ahead log took the step's agreement; a refusal is a fault (spec 31 §11.2)} */
    private boolean walSynced(Coroutine coroutine) {
        return switch (gate.walSync(WalRequests.of(machine, coroutine))) {
            case EffectResult.Success<EffectResult.Done> ignored -> true;
            case EffectResult.Blocked<EffectResult.Done> ignored -> false;
            case EffectResult.Failure<EffectResult.Done>(EffectFailure failure) -> throw FaultSignal.invoke(failure);
        };
    }

    /** Nothing of the step is committed; what it did to queues stays (spec 20 §13.3). */
    private void waitForWal(Coroutine coroutine) {
        step.update = Step.Update.BLOCK;
        coroutine.waitsAt = null;
        coroutine.waitsOn = null;
        coroutine.block(new BlockReason.Invoke(gate.identity()));
    }

    private void passOutputGate(@Nullable OutputConditionHint hint) {
        String predicate = hint == null ? OutputConditionCheck.DEFAULT_PREDICATE : hint.predicateRef();
        boolean passed = passesAll || machine.config.outputConditionPolicy().passes(predicate);
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
