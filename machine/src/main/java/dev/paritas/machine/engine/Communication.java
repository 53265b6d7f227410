package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EdgeSlot.EnqueueResult;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.TypeBranch;
import dev.paritas.machine.session.TypeState;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.Value;

/** Send and Receive (spec 20 §14.1-14.2). */
final class Communication {
    private final Machine machine;
    private final EffectGate gate;
    private final PayloadCheck payloads;

    Communication(Machine machine, EffectGate gate, PayloadCheck payloads) {
        this.machine = machine;
        this.gate = gate;
        this.payloads = payloads;
    }

    void send(Coroutine coroutine, Instr.Send instr, Step step) {
        EndpointSlot own = Operands.owned(coroutine, instr.chan());
        TypeState type = typeOf(coroutine, own);
        if (type.head() != TypeState.Head.SEND) {
            throw FaultSignal.type(
                    coroutine.role + ": expected Send, got " + type.current().debugText());
        }
        if (!type.hasBranches()) {
            throw FaultSignal.type(coroutine.role + ": send has no branches");
        }
        TypeBranch branch = type.firstBranch();
        String role = coroutine.role;
        String partner = type.partner();
        String label = branch.label();
        Value given = Operands.read(coroutine, instr.val());
        EffectResult<SendDecision> result =
                gate.sendDecision(own.session(), role, partner, label, coroutine.registers, given);
        if (!(result instanceof EffectResult.Success<SendDecision>(SendDecision decision))) {
            throw failed(
                    EffectKind.SEND_DECISION,
                    own,
                    role,
                    partner,
                    label,
                    result.failureOr("send_decision returned blocked"));
        }
        EdgeSlot edge = edge(coroutine, own, type);
        if (!machine.network.isCalm() && machine.network.separates(role, partner)) {
            if (machine.recorder != null) {
                machine.recorder.topologyUnavailable(machine.tick, gate.lastEffectId());
            }
            step.waitForRoom(edge);
            return;
        }
        if (decision instanceof SendDecision.Deliver(Value payload)) {
            payloads.check(role, "send", label, payload, branch.expected(), true);
            long number = machine.replay.numberOf(edge);
            Value carried = machine.network.isCalm() ? payload : machine.network.carry(role, partner, payload);
            switch (enqueue(edge, carried, number)) {
                case WOULD_BLOCK -> {
                    if (machine.recorder != null) {
                        machine.recorder.bufferWouldBlock(
                                machine.tick, gate.identity(), own.session(), role, partner, label);
                    }
                    step.waitForRoom(edge);
                    return;
                }
                case FULL -> throw new FaultSignal(new Fault.BufferFull(own.endpoint()));
                case OK, DROPPED -> {}
            }
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Sent(
                    machine.tick, edge.edge(), own.session().sid(), role, partner, label));
        }
        step.advanceType(own, branch.next());
    }

    /** A failed message leaves an effect record of its own. */
    private FaultSignal failed(
            EffectKind kind, EndpointSlot own, String from, String to, String label, EffectFailure failure) {
        if (machine.recorder != null) {
            machine.recorder.messageFailed(
                    machine.tick, gate.identity(), kind, own.session(), from, to, label, failure);
        }
        return FaultSignal.invoke(failure);
    }

    void receive(Coroutine coroutine, Instr.Receive instr, Step step) {
        EndpointSlot own = Operands.owned(coroutine, instr.chan());
        TypeState type = typeOf(coroutine, own);
        if (type.head() != TypeState.Head.RECV) {
            throw FaultSignal.type(
                    coroutine.role + ": expected Recv, got " + type.current().debugText());
        }
        if (!type.hasBranches()) {
            throw FaultSignal.type(coroutine.role + ": recv has no branches");
        }
        EdgeSlot edge = edge(coroutine, own, type);
        Value payload = edge.dequeue();
        if (payload == null) {
            step.waitForMessage(edge, own);
            return;
        }
        TypeBranch branch = type.firstBranch();
        String role = coroutine.role;
        String partner = type.partner();
        String label = branch.label();
        machine.replay.consume(edge, branch, payload);
        payloads.check(role, "receive", label, payload, branch.expected(), true);
        EffectResult<EffectResult.Done> result =
                gate.receive(own.session(), role, partner, label, coroutine.registers, payload);
        if (!(result instanceof EffectResult.Success)) {
            throw failed(
                    EffectKind.HANDLE_RECV,
                    own,
                    partner,
                    role,
                    label,
                    result.failureOr("handle_recv returned blocked"));
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Received(
                    machine.tick, edge.edge(), own.session().sid(), partner, role, label));
        }
        step.write(instr.dst(), payload);
        step.advanceType(own, branch.next());
    }

    static TypeState typeOf(Coroutine coroutine, EndpointSlot own) {
        TypeState type = own.type();
        if (type == null) {
            throw FaultSignal.type(coroutine.role + ": no type registered");
        }
        return type;
    }

    /** The coroutine's role names the edge; it differs from the endpoint's role only after a transfer. */
    @SuppressWarnings("ReferenceEquality") // a shortcut: equal strings that are two objects take the next test
    static EdgeSlot edge(Coroutine coroutine, EndpointSlot own, TypeState type) {
        String role = own.endpoint().role();
        if (coroutine.role == role || coroutine.role.equals(role)) {
            return type.edge(own);
        }
        return type.head() == TypeState.Head.SEND
                ? own.session().edge(coroutine.role, type.partner())
                : own.session().edge(type.partner(), coroutine.role);
    }

    static EnqueueResult enqueue(EdgeSlot edge, Value payload, long number) {
        if (!edge.hasBuffer()) {
            throw FaultSignal.invoke(new EffectFailure(
                    EffectFailureKind.INVALID_INPUT,
                    "no buffer for edge " + edge.edge().sender() + " \u2192 "
                            + edge.edge().receiver()));
        }
        return edge.enqueue(payload, number);
    }
}
