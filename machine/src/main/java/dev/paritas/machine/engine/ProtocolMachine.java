package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.ledger.HostContractProblem;
import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.schedule.Scheduler;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EdgeSlot.EnqueueResult;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.OpenPlan;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.TransitionSummary;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cooperative protocol machine (spec 20, 21): loads code images and advances one coroutine by one instruction per
 * round. Deterministic; for one thread.
 */
public final class ProtocolMachine {
    private final Machine machine;
    private final EffectGate gate;
    private final HandlerContract contract;
    private final TopologyIngress topology;
    private final Unblocking unblocking;
    private final Instructions instructions;
    private final MachineRecords records;
    private @Nullable SchedStep lastSchedStep;
    private boolean keepsPreDispatch;
    private @Nullable RefinementSlice lastPreDispatch;

    /** A machine that records into memory. */
    public ProtocolMachine(MachineConfig config) {
        this(config, Recording.inMemory());
    }

    /**
     * @throws ProblemException ({@link MachineError}) {@code InvalidConfig} when the configuration breaks a rule of
     *     spec 20 §16
     */
    public ProtocolMachine(MachineConfig config, Recording recording) {
        config.error().ifPresent(reason -> {
            throw new ProblemException(new MachineError.InvalidConfig(reason));
        });
        this.machine = new Machine(config, Recorder.of(config, recording));
        this.gate = new EffectGate(machine);
        this.contract = new HandlerContract(machine);
        this.topology = new TopologyIngress(machine, gate);
        this.unblocking = new Unblocking(machine);
        this.instructions = new Instructions(machine, gate, contract);
        this.records = new MachineRecords(machine);
    }

    /**
     * Opens a session for an image, with one ready coroutine per role (spec 20 §8.5).
     *
     * @return the session id
     * @throws ProblemException ({@link MachineError}) {@code TooManySessions}, {@code InvalidCodeImage} or {@code
     *     TooManyCoroutines}; after the
     *     last the session and the coroutines made so far stay
     */
    public long loadChoreography(CodeImage image) {
        MachineConfig config = machine.config;
        if (Long.compareUnsigned(machine.sessions.activeCount(), config.maxSessions()) >= 0) {
            throw new ProblemException(new MachineError.TooManySessions(config.maxSessions()));
        }
        image.runtimeShapeError().ifPresent(reason -> {
            throw new ProblemException(new MachineError.InvalidCodeImage(reason));
        });
        List<String> roles = image.roles();
        Session session = machine.sessions.open(new OpenPlan(roles, image.localTypes()), config.bufferConfig());
        emit(new ObservableEvent.Opened(machine.tick, session.sid(), roles));
        image.programs().forEach((role, program) -> {
            if (machine.isFull()) {
                throw new ProblemException(new MachineError.TooManyCoroutines(config.maxCoroutines()));
            }
            Coroutine coroutine = machine.spawn(session, role, machine.programs.intern(program));
            EndpointSlot endpoint = session.endpoint(role);
            if (endpoint != null) {
                coroutine.registers.set(0, endpoint.value());
                coroutine.owned.add(endpoint);
            }
        });
        return session.sid();
    }

    /**
     * Runs one round: at most one coroutine advances by one instruction (spec 21 §4.1).
     *
     * @param n any number but 0, which is refused without advancing the clock
     * @throws ProblemException ({@link MachineError}) {@code CoroutineFault} when the instruction faulted; {@code
     *     HandlerError} when the topology
     *     events or a waiting effect break the host contract
     */
    public RoundResult stepRound(EffectHandler handler, long n) {
        if (n == 0) {
            throw new ProblemException(new MachineError.InvalidConcurrency(0));
        }
        lastSchedStep = null;
        lastPreDispatch = null;
        machine.tick++;
        Scheduler scheduler = machine.scheduler;
        if (scheduler.isIdle()) {
            keepPreDispatch();
            return RoundResult.ALL_DONE;
        }
        gate.use(handler);
        contract.checkAtIngress(gate.identityAtIngress());
        topology.ingest();
        topology.expire();
        unblocking.scan();
        progressCheck();
        if (machine.eligibilityDirty) {
            scheduler.refresh(id -> !machine.coroutines.get(id).held);
            machine.eligibilityDirty = false;
        }
        keepPreDispatch();
        int picked = scheduler.pick();
        if (picked < 0) {
            return RoundResult.STUCK;
        }
        execute(machine.coroutines.get(picked));
        progressCheck();
        return scheduler.isIdle() ? RoundResult.ALL_DONE : RoundResult.CONTINUE;
    }

    private void execute(Coroutine coroutine) {
        Step.Update update;
        try {
            update = instructions.execute(coroutine);
        } catch (FaultSignal signal) {
            throw faulted(coroutine, signal.fault());
        } catch (ProblemException violation) {
            throw faulted(
                    coroutine,
                    FaultSignal.contract(new MachineError.HandlerError(violation
                                            .only(HostContractProblem.class)
                                            .failure())
                                    .sentence())
                            .fault());
        }
        Scheduler scheduler = machine.scheduler;
        switch (update) {
            case ADVANCE, WRITE, JUMP -> {
                requeue(coroutine);
                lastSchedStep = coroutine.continued;
            }
            case YIELD -> {
                requeue(coroutine);
                lastSchedStep = new SchedStep(coroutine.id, ExecStatus.YIELDED);
            }
            case BLOCK -> {
                scheduler.markBlocked(coroutine.id, coroutine.waitReason());
                lastSchedStep = coroutine.blockedStep;
            }
            case HALT -> {
                scheduler.markDone(coroutine.id);
                lastSchedStep = new SchedStep(coroutine.id, ExecStatus.HALTED);
                if (machine.recorder != null) {
                    machine.recorder.event(new ObservableEvent.Halted(machine.tick, coroutine.id));
                }
            }
        }
    }

    private void requeue(Coroutine coroutine) {
        machine.scheduler.reschedule(coroutine.id);
        machine.scheduler.setEligible(coroutine.id, !coroutine.held);
    }

    private ProblemException faulted(Coroutine coroutine, Fault fault) {
        coroutine.status = new CoroStatus.Faulted(fault);
        machine.scheduler.markDone(coroutine.id);
        lastSchedStep = new SchedStep(coroutine.id, ExecStatus.FAULTED);
        if (machine.recorder != null) {
            machine.recorder.event(
                    new ObservableEvent.FailureBranchEntered(machine.tick, coroutine.sessionId(), coroutine.id, fault));
            machine.recorder.event(new ObservableEvent.Faulted(machine.tick, coroutine.id, fault));
        }
        return new ProblemException(new MachineError.CoroutineFault(coroutine.id, fault));
    }

    private void progressCheck() {
        if (machine.recorder != null) {
            try {
                machine.recorder.ledger().progressCheck(machine.tick);
            } catch (ProblemException violation) {
                throw new ProblemException(new MachineError.HandlerError(
                        violation.only(HostContractProblem.class).failure()));
            }
        }
    }

    /** Steps up to {@code maxSteps} rounds (spec 21 §4.2); exceptions as for {@link #stepRound}. */
    public RunStatus run(EffectHandler handler, long maxSteps) {
        return runConcurrent(handler, maxSteps, 1);
    }

    /** Like {@link #run}; any {@code n} but 0 gives the same run. */
    public RunStatus runConcurrent(EffectHandler handler, long maxSteps, long n) {
        for (long round = 0; round != maxSteps; round++) {
            RoundResult result = stepRound(handler, n);
            if (result != RoundResult.CONTINUE) {
                return result == RoundResult.STUCK ? RunStatus.STUCK : RunStatus.ALL_DONE;
            }
        }
        return RunStatus.MAX_ROUNDS_EXCEEDED;
    }

    /**
     * Lets the host write a coroutine's registers between rounds, as a simulator does with a state.
     *
     * @throws IndexOutOfBoundsException when there is no such coroutine
     */
    public void writeRegisters(long coroutine, Consumer<RegisterFile> write) {
        write.accept(machine.coroutines.get(Math.toIntExact(coroutine)).registers);
    }

    /** Keeps coroutines of {@code role} from running until {@link #resumeRole} (spec 21 §5). */
    public void pauseRole(String role) {
        if (machine.pausedRoles.add(role)) {
            machine.roleChanged(role);
        }
    }

    public void resumeRole(String role) {
        if (machine.pausedRoles.remove(role)) {
            machine.roleChanged(role);
        }
    }

    /** Resumes the paused roles that are not in {@code roles}, then pauses the others, each ascending. */
    public void setPausedRoles(Set<String> roles) {
        List.copyOf(machine.pausedRoles).stream()
                .filter(role -> !roles.contains(role))
                .forEach(this::resumeRole);
        Set<String> ordered = new TreeSet<>(CodePointOrder.INSTANCE);
        ordered.addAll(roles);
        ordered.forEach(this::pauseRole);
    }

    /**
     * Puts a message on an edge from outside (spec 20 §17).
     *
     * @throws ProblemException ({@link MachineError}) {@code SessionNotFound} when session or edge is unknown
     */
    public EnqueueResult injectMessage(long sid, String from, String to, Value payload) {
        Session session = machine.sessions.get(sid);
        EdgeSlot edge = session == null ? null : session.edge(from, to);
        if (edge == null || !edge.hasBuffer()) {
            throw new ProblemException(new MachineError.SessionNotFound(sid));
        }
        return edge.enqueue(payload);
    }

    /** Keeps the slice before each pick from now on, at a cost linear in the machine's size per round. */
    public void keepPreDispatchSlices() {
        keepsPreDispatch = true;
    }

    private void keepPreDispatch() {
        if (keepsPreDispatch) {
            lastPreDispatch = Slices.refinement(machine);
        }
    }

    private void emit(ObservableEvent event) {
        if (machine.recorder != null) {
            machine.recorder.event(event);
        }
    }

    public MachineConfig config() {
        return machine.config;
    }

    /** {@return the clock, in ticks since the machine was made} */
    public long tick() {
        return machine.tick;
    }

    /** {@return everything recorded; empty lists when nothing is} */
    public MachineRecords records() {
        return records;
    }

    /** {@return the observable trace so far} */
    public List<ObservableEvent> trace() {
        return records.trace();
    }

    public List<Session> sessions() {
        return machine.sessions.all();
    }

    public Optional<Session> session(long sid) {
        return Optional.ofNullable(machine.sessions.get(sid));
    }

    public List<Coroutine> coroutines() {
        return List.copyOf(machine.coroutines);
    }

    /** {@return the scheduler, whose lanes a host may assign} */
    public Scheduler scheduler() {
        return machine.scheduler;
    }

    /** {@return why the scheduler keeps a coroutine blocked} */
    public Optional<BlockReason> blockReason(long coroutine) {
        return Optional.ofNullable(machine.scheduler.blockReason((int) coroutine));
    }

    /** {@return what the last round picked; empty when it picked nothing} */
    public Optional<SchedStep> lastSchedStep() {
        return Optional.ofNullable(lastSchedStep);
    }

    /** {@return the state now (spec 21 §16)} */
    public RefinementSlice refinementSlice() {
        return Slices.refinement(machine);
    }

    /** {@return the state before the last pick; empty unless {@link #keepPreDispatchSlices} was called before} */
    public Optional<RefinementSlice> preDispatchSlice() {
        return Optional.ofNullable(lastPreDispatch);
    }

    /** {@return what the last round did (spec 21 §16)} */
    public TransitionSummary transitionSummary() {
        return Slices.transition(machine, lastSchedStep);
    }
}
