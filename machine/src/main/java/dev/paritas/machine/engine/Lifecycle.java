package dev.paritas.machine.engine;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.Instr.EdgeHandler;
import dev.paritas.machine.isa.Instr.RoleRegister;
import dev.paritas.machine.isa.Instr.RoleType;
import dev.paritas.machine.session.EdgeSlot;
import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.OpenPlan;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.event.SessionTerminalReason;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Open and Close (spec 20 §14.9-14.10). */
final class Lifecycle {
    private final Machine machine;

    Lifecycle(Machine machine) {
        this.machine = machine;
    }

    void open(Coroutine coroutine, Instr.Open instr, Step step) {
        List<RoleType> types = instr.localTypes();
        List<RoleRegister> destinations = instr.dsts();
        if (types.size() != destinations.size()) {
            throw new FaultSignal(new Fault.Close("open arity mismatch"));
        }
        for (int i = 0; i < types.size(); i++) {
            if (!types.get(i).role().equals(destinations.get(i).role())) {
                throw new FaultSignal(new Fault.Close("open arity mismatch"));
            }
        }
        List<String> roles =
                instr.roles().isEmpty() ? types.stream().map(RoleType::role).toList() : instr.roles();
        if (roles.isEmpty() || new HashSet<>(roles).size() != roles.size()) {
            throw FaultSignal.speculation("spatial requirements failed");
        }
        Map<String, LocalType> typeByRole = new LinkedHashMap<>();
        types.forEach(entry -> typeByRole.put(entry.role(), entry.type()));
        OpenPlan plan = new OpenPlan(roles, typeByRole);
        for (OpenPlan.EdgePlan edge : plan.edges()) {
            if (handlerOf(instr, roles.get(edge.from()), roles.get(edge.to())).isEmpty()) {
                throw FaultSignal.speculation("handler bindings missing");
            }
        }
        Session session = machine.sessions.open(plan, machine.config.bufferConfig());
        for (EdgeSlot slot : session.edges()) {
            Edge edge = slot.edge();
            handlerOf(instr, edge.sender(), edge.receiver())
                    .forEach(bound -> session.bindEdgeHandler(edge, bound.handler()));
        }
        for (RoleRegister destination : destinations) {
            if (destination.register() >= coroutine.registers.size()) {
                throw FaultSignal.outOfRegisters();
            }
        }
        for (RoleRegister destination : destinations) {
            EndpointSlot slot = session.endpoint(destination.role());
            if (slot != null) {
                coroutine.registers.set(destination.register(), slot.value());
                if (!coroutine.owned.contains(slot)) {
                    coroutine.owned.add(slot);
                }
            }
        }
        step.eventful = true;
        if (machine.recorder != null) {
            step.events.add(new ObservableEvent.Opened(machine.tick, session.sid(), roles));
        }
    }

    /** {@return the first binding of an edge, as a list of at most one} */
    private static List<EdgeHandler> handlerOf(Instr.Open instr, String sender, String receiver) {
        return instr.handlers().stream()
                .filter(bound ->
                        bound.sender().equals(sender) && bound.receiver().equals(receiver))
                .limit(1)
                .toList();
    }

    void close(Coroutine coroutine, Instr.Close instr, Step step) {
        Endpoint endpoint = Operands.endpoint(coroutine, instr.session());
        EndpointSlot own = coroutine.ownedSlot(endpoint);
        if (own == null) {
            throw new FaultSignal(new Fault.Close("endpoint not owned"));
        }
        Session session = own.session();
        session.close();
        machine.consumedEvidence.remove(session.sid());
        step.eventful = true;
        if (machine.recorder != null) {
            long sid = session.sid();
            step.events.add(new ObservableEvent.Closed(machine.tick, sid));
            step.events.add(new ObservableEvent.SessionTerminal(
                    machine.tick, sid, new SessionTerminalReason.Closed("close instruction")));
            step.events.add(new ObservableEvent.EpochAdvanced(machine.tick, sid, session.epoch()));
        }
        step.advanceType(own, null);
    }
}
