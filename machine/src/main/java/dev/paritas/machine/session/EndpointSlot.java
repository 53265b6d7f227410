package dev.paritas.machine.session;

import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import org.jspecify.annotations.Nullable;

/** One endpoint of a session with its current type. */
public final class EndpointSlot {
    private final Session session;
    private final Endpoint endpoint;
    private final Value value;
    private final int roleId;
    private @Nullable TypeState type;

    EndpointSlot(Session session, Endpoint endpoint, int roleId, @Nullable TypeState type) {
        this.session = session;
        this.endpoint = endpoint;
        this.value = new Value.Chan(endpoint);
        this.roleId = roleId;
        this.type = type;
    }

    public Session session() {
        return session;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** {@return the endpoint as a register value, one object for the life of the session} */
    public Value value() {
        return value;
    }

    /** {@return the role's position in the session, -1 when the role has a type but is not among the roles} */
    public int roleId() {
        return roleId;
    }

    /** {@return the current type, null once the entry was removed} */
    public @Nullable TypeState type() {
        return type;
    }

    /** Sets the current type, or removes the entry with null. */
    public void setType(@Nullable TypeState next) {
        if ((next == null) != (type == null)) {
            session.countTypes(next == null ? -1 : 1);
        }
        type = next;
    }
}
