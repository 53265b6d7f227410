package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.engine.MachineConfig.HostContractAssertions;
import dev.paritas.machine.ledger.AuthorityAuditRecord;
import dev.paritas.machine.ledger.AuthorityAuditRecord.AuthorityEvent;
import dev.paritas.machine.ledger.TimeoutWitness;
import dev.paritas.machine.session.Session;
import dev.paritas.machine.session.SessionPhase;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WireDuration;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the topology events of a round in and lets timeouts expire (spec 21 §12). */
final class TopologyIngress {
    private static final BigInteger MAX_TICKS =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private final Machine machine;
    private final EffectGate gate;
    private long nextWitnessId;

    TopologyIngress(Machine machine, EffectGate gate) {
        this.machine = machine;
        this.gate = gate;
    }

    void ingest() {
        EffectResult<List<TopologyEvent>> result = gate.topology(machine.tick);
        if (!(result instanceof EffectResult.Success<List<TopologyEvent>>(List<TopologyEvent> events))) {
            throw refused(result.failureOr("topology_events returned blocked"));
        }
        if (!events.isEmpty()) {
            for (TopologyEvent event : sorted(events)) {
                apply(event);
                if (machine.recorder != null) {
                    machine.recorder.ledger().recordTopologyEvent(machine.tick, gate.identity(), event);
                }
            }
        }
    }

    private List<TopologyEvent> sorted(List<TopologyEvent> events) {
        if (machine.config.hostContractAssertions() == HostContractAssertions.ENFORCED) {
            for (int i = 1; i < events.size(); i++) {
                if (TopologyOrder.INSTANCE.compare(events.get(i - 1), events.get(i)) > 0) {
                    throw refused(EffectFailure.contractViolation("[host-contract] topology_events at tick "
                            + Long.toUnsignedString(machine.tick)
                            + " must be pre-sorted by ordering_key; out-of-order index " + i));
                }
            }
        }
        List<TopologyEvent> sorted = new ArrayList<>(events);
        sorted.sort(TopologyOrder.INSTANCE);
        return sorted;
    }

    private static ProblemException refused(EffectFailure failure) {
        return new ProblemException(new MachineError.HandlerError(failure));
    }

    private void apply(TopologyEvent event) {
        Network network = machine.network;
        switch (event) {
            case TopologyEvent.Crash(String site) -> crash(site);
            case TopologyEvent.Partition(String from, String to) -> network.partition(new Network.Link(from, to));
            case TopologyEvent.Heal(String from, String to) -> network.heal(new Network.Link(from, to));
            case TopologyEvent.Corrupt(String from, String to, var corruption) ->
                network.corrupted.put(new Network.Link(from, to), corruption);
            case TopologyEvent.Timeout(String site, WireDuration duration) -> timeOut(site, duration);
        }
    }

    private void crash(String site) {
        machine.network.crashed.add(site);
        String reason = "site " + site + " crashed";
        for (Session session : machine.sessions.all()) {
            if (session.hasRole(site) && !session.phase().isTerminal()) {
                session.setPhase(new SessionPhase.Faulted(reason));
                if (machine.recorder != null) {
                    machine.recorder.ledger().invalidateSession(machine.tick, session.sid(), reason);
                }
            }
        }
        Fault fault = new Fault.Invoke(new EffectFailure(EffectFailureKind.TOPOLOGY_DISRUPTION, reason));
        for (Coroutine coroutine : machine.coroutines) {
            if (coroutine.role.equals(site) && !coroutine.status.isTerminal()) {
                coroutine.status = new CoroStatus.Faulted(fault);
                machine.scheduler.markDone(coroutine.id);
                if (machine.recorder != null) {
                    machine.recorder.event(new ObservableEvent.Faulted(machine.tick, coroutine.id, fault));
                }
            }
        }
        machine.roleChanged(site);
        machine.eligibilityDirty = true;
    }

    private void timeOut(String site, WireDuration duration) {
        long until = saturatingAdd(machine.tick, ticks(duration));
        TimeoutWitness witness = new TimeoutWitness(nextWitnessId, site, machine.tick, until);
        nextWitnessId = saturatingAdd(nextWitnessId, 1);
        TimeoutWitness replaced = machine.network.timedOut.put(site, witness);
        if (replaced != null) {
            audit(replaced, AuthorityEvent.INVALIDATED, "replaced by newer timeout witness");
        }
        audit(witness, AuthorityEvent.ISSUED, null);
        if (machine.recorder != null) {
            machine.recorder.event(new ObservableEvent.TimeoutIssued(machine.tick, site, until, witness.witnessId()));
        }
        machine.roleChanged(site);
    }

    /** Lets every timeout whose horizon has passed expire, sites ascending. */
    void expire() {
        if (machine.network.timedOut.isEmpty()) {
            return;
        }
        List<String> expired = new ArrayList<>();
        Iterator<TimeoutWitness> witnesses = machine.network.timedOut.values().iterator();
        while (witnesses.hasNext()) {
            TimeoutWitness witness = witnesses.next();
            if (Long.compareUnsigned(witness.untilTick(), machine.tick) <= 0) {
                witnesses.remove();
                audit(witness, AuthorityEvent.EXPIRED, "timeout horizon elapsed");
                expired.add(witness.site());
            }
        }
        expired.forEach(machine::roleChanged);
    }

    private void audit(TimeoutWitness witness, AuthorityEvent event, @Nullable String reason) {
        if (machine.recorder != null) {
            machine.recorder.ledger().recordAuthority(new AuthorityAuditRecord(machine.tick, witness, event, reason));
        }
    }

    /** {@return the ticks a span lasts, rounded up, at least 1} */
    private long ticks(WireDuration duration) {
        BigInteger tick = machine.config.tickDuration().totalNanos();
        if (tick.signum() == 0) {
            return 1;
        }
        BigInteger[] whole = duration.totalNanos().divideAndRemainder(tick);
        BigInteger ticks = whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
        return ticks.max(BigInteger.ONE).min(MAX_TICKS).longValue();
    }

    private static long saturatingAdd(long left, long right) {
        long sum = left + right;
        return Long.compareUnsigned(sum, left) < 0 ? -1L : sum;
    }
}
