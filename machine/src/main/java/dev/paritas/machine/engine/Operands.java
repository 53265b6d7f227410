package dev.paritas.machine.engine;

import dev.paritas.machine.session.EndpointSlot;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import org.jspecify.annotations.Nullable;

/** Reads register operands (spec 20 §7). */
final class Operands {
    private static final ValType ANY_CHANNEL = new ValType.Chan(0, "");

    private final Machine machine;

    Operands(Machine machine) {
        this.machine = machine;
    }

    /** {@return the value of a register, which must exist} */
    static Value read(Coroutine coroutine, int register) {
        if (register >= coroutine.registers.size()) {
            throw FaultSignal.outOfRegisters();
        }
        return coroutine.registers.get(register);
    }

    /** {@return the endpoint in a register} */
    static Endpoint endpoint(Coroutine coroutine, int register) {
        Value value = read(coroutine, register);
        if (value instanceof Value.Chan(Endpoint endpoint)) {
            return endpoint;
        }
        throw new FaultSignal(new Fault.TypeViolation(ANY_CHANNEL, value.type(), "expected endpoint register"));
    }

    /** {@return the owned endpoint in a register} */
    static EndpointSlot owned(Coroutine coroutine, int register) {
        Endpoint endpoint = endpoint(coroutine, register);
        EndpointSlot slot = coroutine.ownedSlot(endpoint);
        if (slot == null) {
            throw new FaultSignal(new Fault.ChannelClosed(endpoint));
        }
        return slot;
    }

    /** {@return the endpoint the monitor looks at (spec 20 §13.1); null when its session does not know it} */
    @Nullable
    EndpointSlot monitored(Coroutine coroutine, int register) {
        if (register >= 0
                && register < coroutine.registers.size()
                && coroutine.registers.get(register) instanceof Value.Chan(Endpoint endpoint)) {
            EndpointSlot owned = coroutine.ownedSlot(endpoint);
            if (owned != null) {
                return owned;
            }
            Session session = machine.sessions.get(endpoint.sid());
            return session == null ? null : session.endpoint(endpoint.role());
        }
        return coroutine.owned.isEmpty() ? coroutine.session.endpoint(coroutine.role) : coroutine.owned.getFirst();
    }
}
