package dev.paritas.machine.engine;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.Instr.ChooseEntry;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.TypeBranch;
import dev.paritas.machine.session.TypeState;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;

/** Offer and Choose (spec 20 §14.3-14.4). */
final class Choices {
    private final Machine machine;
    private final EffectGate gate;
    private final PayloadCheck payloads;

    Choices(Machine machine, EffectGate gate, PayloadCheck payloads) {
        this.machine = machine;
        this.gate = gate;
        this.payloads = payloads;
    }

    void offer(Coroutine coroutine, Instr.Offer instr, Step step) {
        EndpointSlot own = Operands.owned(coroutine, instr.chan());
        TypeState type = Communication.typeOf(coroutine, own);
        if (type.head() != TypeState.Head.SEND) {
            throw FaultSignal.type(coroutine.role + ": Offer expects Send, got "
                    + type.current().debugText());
        }
        TypeBranch branch = type.branch(instr.label());
        if (branch == null) {
            throw new FaultSignal(new Fault.UnknownLabel(instr.label()));
        }
        String role = coroutine.role;
        String partner = type.partner();
        String label = branch.label();
        EffectResult<SendDecision> result =
                gate.sendDecision(own.session(), role, partner, label, coroutine.registers, branch.labelValue());
        if (!(result instanceof EffectResult.Success<SendDecision>(SendDecision decision))) {
            throw FaultSignal.invoke(result.failureOr("send_decision returned blocked"));
        }
        EdgeSlot edge = Communication.edge(coroutine, own, type);
        if (decision instanceof SendDecision.Deliver(Value payload)) {
            payloads.check(role, "offer", label, payload, branch.expected(), false);
            switch (Communication.enqueue(edge, payload, 0)) {
                case WOULD_BLOCK -> {
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
            step.events.add(new ObservableEvent.Offered(machine.tick, edge.edge(), label));
        }
        step.advanceType(own, branch.next());
    }

    void choose(Coroutine coroutine, Instr.Choose instr, Step step) {
        EndpointSlot own = Operands.owned(coroutine, instr.chan());
        TypeState type = Communication.typeOf(coroutine, own);
        if (type.head() != TypeState.Head.RECV) {
            throw FaultSignal.type(coroutine.role + ": Choose expects Recv, got "
                    + type.current().debugText());
        }
        EdgeSlot edge = Communication.edge(coroutine, own, type);
        Value payload = edge.dequeue();
        if (payload == null) {
            step.waitForMessage(edge, own);
            return;
        }
        String role = coroutine.role;
        payloads.check(role, "choose", "<branch-label>", payload, ValType.STRING, false);
        if (!(payload instanceof Value.Str(String label))) {
            throw new FaultSignal(new Fault.TypeViolation(
                    ValType.STRING, payload.type(), role + ": choose expects string branch label payload"));
        }
        TypeBranch branch = type.branch(label);
        if (branch == null) {
            throw new FaultSignal(new Fault.UnknownLabel(label));
        }
        long target = target(instr.table(), label);
        String partner = type.partner();
        EffectResult<EffectResult.Done> result =
                gate.receive(own.session(), role, partner, label, coroutine.registers, payload);
        if (!(result instanceof EffectResult.Success)) {
            throw FaultSignal.invoke(result.failureOr("handle_recv returned blocked"));
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Received(
                    machine.tick, edge.edge(), own.session().sid(), partner, role, label));
            step.events.add(new ObservableEvent.Chose(machine.tick, edge.edge(), label));
        }
        step.jump(target);
        step.advanceType(own, branch.next());
    }

    private static long target(List<ChooseEntry> table, String label) {
        for (int i = 0; i < table.size(); i++) {
            ChooseEntry entry = table.get(i);
            if (entry.label().equals(label)) {
                return entry.target();
            }
        }
        throw new FaultSignal(new Fault.UnknownLabel(label));
    }
}
