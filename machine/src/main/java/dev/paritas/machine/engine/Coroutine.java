package dev.paritas.machine.engine;

import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.schedule.ProgressToken;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One coroutine (spec 20 §3). Outsiders read it; only the engine changes it. */
public final class Coroutine {
    final int id;
    final int programId;
    final Session session;
    final String role;
    final RegisterFile registers;
    final List<EndpointSlot> owned = new ArrayList<>(1);
    final List<ProgressToken> tokens = new ArrayList<>(0);
    final List<KnowledgeFact> knowledge = new ArrayList<>(0);
    long pc;
    long budget;
    CoroStatus status = CoroStatus.READY;
    /** Paused, crashed or timed out: kept from the eligible queues and from unblocking. */
    boolean held;
    /** Where the coroutine waits; meaningful only while the scheduler has it blocked. */
    @Nullable
    EndpointSlot waitsAt;

    @Nullable
    EdgeSlot waitsOn;

    private CoroStatus.Blocked lastWait = new CoroStatus.Blocked(new BlockReason.Spawn());
    /** The two commonest outcomes of a round that picked this coroutine. */
    final SchedStep continued;

    final SchedStep blockedStep;
    private long ghost;
    private boolean speculating;

    Coroutine(int id, int programId, Session session, String role, int registerCount, long budget) {
        this.id = id;
        this.programId = programId;
        this.session = session;
        this.role = role;
        this.registers = new RegisterFile(registerCount);
        this.budget = budget;
        this.continued = new SchedStep(id, ExecStatus.CONTINUE);
        this.blockedStep = new SchedStep(id, ExecStatus.BLOCKED);
    }

    public long id() {
        return id;
    }

    public long sessionId() {
        return session.sid();
    }

    public String role() {
        return role;
    }

    public int programId() {
        return programId;
    }

    public long pc() {
        return pc;
    }

    public CoroStatus status() {
        return status;
    }

    /** {@return the remaining cost budget, unsigned} */
    public long costBudget() {
        return budget;
    }

    /** {@return the registers as they are now} */
    public List<Value> registers() {
        return registers.snapshot();
    }

    public List<Endpoint> ownedEndpoints() {
        return owned.stream().map(EndpointSlot::endpoint).toList();
    }

    public List<ProgressToken> progressTokens() {
        return List.copyOf(tokens);
    }

    public List<KnowledgeFact> knowledge() {
        return List.copyOf(knowledge);
    }

    /** {@return the ghost session of the active speculation} */
    public OptionalLong speculation() {
        return speculating ? OptionalLong.of(ghost) : OptionalLong.empty();
    }

    /** Waits for {@code reason}; the status of the latest reason is kept, since the same one tends to come again. */
    void block(BlockReason reason) {
        if (lastWait.reason() != reason) {
            lastWait = new CoroStatus.Blocked(reason);
        }
        status = lastWait;
    }

    BlockReason waitReason() {
        return lastWait.reason();
    }

    void speculate(long ghostSid) {
        ghost = ghostSid;
        speculating = true;
    }

    void endSpeculation() {
        speculating = false;
    }

    /** {@return the owned endpoint equal to {@code endpoint}, null when it is not owned} */
    @Nullable
    EndpointSlot ownedSlot(Endpoint endpoint) {
        for (int i = 0; i < owned.size(); i++) {
            EndpointSlot slot = owned.get(i);
            if (slot.endpoint() == endpoint || slot.endpoint().equals(endpoint)) {
                return slot;
            }
        }
        return null;
    }

    boolean owns(Endpoint endpoint) {
        return ownedSlot(endpoint) != null;
    }
}
