package dev.paritas.machine.session;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One session: endpoint types, edge buffers and handler bindings (spec 20 §9.2). */
public final class Session {
    /** The handler every session is bound to until a host changes it. */
    public static final String DEFAULT_HANDLER = "default_handler";

    private final long sid;
    private final Long boxedSid;
    private final OpenPlan plan;
    private final SortedMap<String, EndpointSlot> endpoints = new TreeMap<>(CodePointOrder.INSTANCE);
    private final EndpointSlot[] byRoleId;
    private final EdgeSlot[] edges;
    /** Few pairs of many roles have an edge, and a type remembers its own. */
    private final Map<Long, EdgeSlot> byRolePair;

    private final int[] inbound;
    private final SortedMap<Edge, String> edgeHandlers = new TreeMap<>();
    private String defaultHandler = DEFAULT_HANDLER;
    private @Nullable String ownerId;
    private SessionPhase phase = SessionPhase.ACTIVE;
    private boolean buffersDropped;
    private int typeEntries;
    private int messages;
    private long epoch;

    /** @param numbered whether messages carry numbers */
    Session(long sid, OpenPlan plan, BufferConfig bufferConfig, boolean numbered) {
        this.sid = sid;
        this.boxedSid = sid;
        this.plan = plan;
        int roleCount = plan.roles().size();
        this.inbound = new int[roleCount];
        this.byRoleId = new EndpointSlot[roleCount];
        for (int id = 0; id < roleCount; id++) {
            byRoleId[id] = addEndpoint(plan.roles().get(id), id, plan.types());
        }
        plan.types().keySet().stream()
                .filter(role -> plan.roleId(role) < 0)
                .forEach(role -> addEndpoint(role, -1, plan.types()));
        this.edges = new EdgeSlot[plan.edges().size()];
        this.byRolePair = HashMap.newHashMap(edges.length);
        for (int i = 0; i < edges.length; i++) {
            OpenPlan.EdgePlan planned = plan.edges().get(i);
            Edge edge =
                    new Edge(sid, plan.roles().get(planned.from()), plan.roles().get(planned.to()));
            edges[i] = new EdgeSlot(
                    this,
                    edge,
                    planned.to(),
                    new BoundedBuffer<>(bufferConfig),
                    numbered ? new BoundedBuffer<>(bufferConfig) : null);
            byRolePair.put(pair(planned.from(), planned.to()), edges[i]);
        }
    }

    private EndpointSlot addEndpoint(String role, int id, Map<String, LocalType> types) {
        LocalType type = types.get(role);
        TypeState state = type == null ? null : TypeState.initial(type);
        EndpointSlot slot = new EndpointSlot(this, new Endpoint(sid, role), id, state);
        typeEntries += state == null ? 0 : 1;
        endpoints.put(role, slot);
        return slot;
    }

    public long sid() {
        return sid;
    }

    /** {@return the id as one object, for records} */
    public Long boxedSid() {
        return boxedSid;
    }

    public List<String> roles() {
        return plan.roles();
    }

    public boolean hasRole(String role) {
        return plan.roleId(role) >= 0;
    }

    /** {@return the endpoint of {@code role}, null when neither roles nor types name it} */
    public @Nullable EndpointSlot endpoint(String role) {
        return endpoints.get(role);
    }

    /** {@return every endpoint, roles ascending} */
    public List<EndpointSlot> endpoints() {
        return List.copyOf(endpoints.values());
    }

    /** {@return the edge between two roles; one without a buffer when the session has none there} */
    public EdgeSlot edge(String sender, String receiver) {
        int from = plan.roleId(sender);
        int to = plan.roleId(receiver);
        EdgeSlot known = from < 0 || to < 0 ? null : byRolePair.get(pair(from, to));
        return known != null ? known : new EdgeSlot(this, new Edge(sid, sender, receiver), Math.max(to, 0), null, null);
    }

    private static long pair(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    /** {@return whether any other role's message waits for the holder of {@code endpoint}} */
    public boolean hasMessageFor(EndpointSlot endpoint) {
        int id = endpoint.roleId();
        return id >= 0 && inbound[id] > 0;
    }

    public SessionPhase phase() {
        return phase;
    }

    public void setPhase(SessionPhase next) {
        phase = next;
    }

    /** Marks the session closed, drops every buffer and advances the epoch; again on each call. */
    public void close() {
        phase = SessionPhase.CLOSED;
        for (EdgeSlot slot : edges) {
            slot.dropBuffer();
        }
        buffersDropped = true;
        epoch = epoch == -1L ? epoch : epoch + 1;
    }

    /** {@return how often the session was closed, unsigned} */
    public long epoch() {
        return epoch;
    }

    /** {@return the number of endpoints that have a type} */
    public int typeEntries() {
        return typeEntries;
    }

    /** {@return the number of edges that have a buffer} */
    public int bufferEdges() {
        return buffersDropped ? 0 : edges.length;
    }

    /** {@return the number of messages in all buffers} */
    public int bufferedMessages() {
        return messages;
    }

    /** {@return the buffered edges with their sizes, in blueprint order} */
    public List<EdgeSlot> edges() {
        return buffersDropped ? List.of() : new ArrayList<>(List.of(edges));
    }

    /** {@return the label of the host that owns this session, null while nobody does} */
    public @Nullable String ownerId() {
        return ownerId;
    }

    /** Notes the owner under which effects of this session are recorded. */
    public void setOwnerId(@Nullable String owner) {
        ownerId = owner;
    }

    public String defaultHandler() {
        return defaultHandler;
    }

    public void setDefaultHandler(String handler) {
        defaultHandler = handler;
    }

    public void bindEdgeHandler(Edge edge, String handler) {
        edgeHandlers.put(edge, handler);
    }

    /** {@return the handler bound to {@code edge}, null when there is none} */
    public @Nullable String edgeHandler(Edge edge) {
        return edgeHandlers.get(edge);
    }

    void countTypes(int change) {
        typeEntries += change;
    }

    void countMessages(int receiverId, int change) {
        messages += change;
        if (change != 0) {
            inbound[receiverId] += change;
        }
    }
}
