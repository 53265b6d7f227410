package dev.paritas.model.machine;

import dev.paritas.semanticobjects.value.Edge;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One running choreography: what each role still has to do, and the messages on their way (spec 22 §6). */
final class ModelSession {
    /** Messages one buffer holds. */
    static final int BUFFER_CAPACITY = 16;

    private final long sid;
    private final List<String> roles;
    private final Map<String, TypeClosure> types = new HashMap<>();
    private final Map<Edge, ArrayDeque<String>> buffers = new LinkedHashMap<>();
    private int buffered;

    ModelSession(long sid, ModelImage image) {
        this.sid = sid;
        this.roles = image.roles();
        for (int i = 0; i < roles.size(); i++) {
            types.put(roles.get(i), TypeClosure.of(image.types().get(i)));
            openEdges(roles.get(i), image.types().get(i));
        }
    }

    /** Every edge the role's type uses gets an empty buffer and a handler; a role has none to itself. */
    private void openEdges(String role, ModelType type) {
        ArrayDeque<ModelType> open = new ArrayDeque<>();
        open.push(type);
        while (!open.isEmpty()) {
            ModelType node = open.pop();
            switch (node) {
                case ModelType.Select(String partner, var ignored) -> openEdge(role, partner);
                case ModelType.Send(String partner, var ignored, var ignored2) -> openEdge(role, partner);
                case ModelType.Branch(String partner, var ignored) -> openEdge(partner, role);
                case ModelType.Recv(String partner, var ignored, var ignored2) -> openEdge(partner, role);
                case ModelType.End ignored -> {}
                case ModelType.Var ignored -> {}
                case ModelType.Mu ignored -> {}
            }
            for (int i = node.arity() - 1; i >= 0; i--) {
                open.push(node.child(i));
            }
        }
    }

    private void openEdge(String sender, String receiver) {
        if (!sender.equals(receiver)) {
            buffers.putIfAbsent(new Edge(sid, sender, receiver), new ArrayDeque<>());
        }
    }

    long sid() {
        return sid;
    }

    List<String> roles() {
        return roles;
    }

    /** {@return the stored type of {@code role}; null once it has halted} */
    @Nullable
    TypeClosure type(String role) {
        return types.get(role);
    }

    void setType(String role, TypeClosure type) {
        types.put(role, type);
    }

    void removeType(String role) {
        types.remove(role);
    }

    int typeCount() {
        return types.size();
    }

    /** {@return whether a handler is bound to {@code edge}} */
    boolean hasHandler(Edge edge) {
        return buffers.containsKey(edge);
    }

    boolean hasHandlers() {
        return !buffers.isEmpty();
    }

    boolean isFull(Edge edge) {
        return waiting(edge) >= BUFFER_CAPACITY;
    }

    boolean isEmpty(Edge edge) {
        return waiting(edge) == 0;
    }

    private int waiting(Edge edge) {
        ArrayDeque<String> buffer = buffers.get(edge);
        return buffer == null ? 0 : buffer.size();
    }

    void append(Edge edge, String label) {
        buffers.computeIfAbsent(edge, ignored -> new ArrayDeque<>()).addLast(label);
        buffered++;
    }

    /** {@return the oldest message of a buffer that is not empty} */
    String take(Edge edge) {
        String label =
                buffers.computeIfAbsent(edge, ignored -> new ArrayDeque<>()).removeFirst();
        buffered--;
        return label;
    }

    int edgeCount() {
        return buffers.size();
    }

    /** {@return all messages on their way} */
    int bufferedCount() {
        return buffered;
    }
}
