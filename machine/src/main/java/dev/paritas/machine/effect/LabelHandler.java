package dev.paritas.machine.effect;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.projection.ProjectionError;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plain handler, but that a message carries its label where its receiver branches on it. A role that sends without a
 * choice of its own delivers the unit value otherwise, and a receiver that waits for one of several labels faults over that:
 * so it is in the reference, and so it stays with {@link PassThroughHandler}.
 */
public final class LabelHandler implements EffectHandler {
    private record Message(String sender, String receiver, String label) {}

    private final List<Set<Message>> branching;

    private LabelHandler(List<Set<Message>> branching) {
        this.branching = List.copyOf(branching);
    }

    /**
     * {@return the handler of these sessions}
     *
     * @param sessions session k is number k; of one that does not project, which no machine runs, nothing is known
     */
    public static LabelHandler of(List<GlobalType> sessions) {
        return new LabelHandler(sessions.stream().map(LabelHandler::branching).toList());
    }

    /** {@return the messages at whose receipt a role branches} */
    private static Set<Message> branching(GlobalType type) {
        Map<String, LocalType> locals;
        try {
            locals = Projection.projectAll(type);
        } catch (ProblemException e) {
            e.only(ProjectionError.class);
            return Set.of();
        }
        Set<Message> found = new HashSet<>();
        locals.forEach((role, local) -> {
            Deque<LocalType> waiting = new ArrayDeque<>(List.of(local));
            while (!waiting.isEmpty()) {
                LocalType node = waiting.remove();
                if (node instanceof LocalType.Recv(String partner, var branches) && branches.size() > 1) {
                    branches.forEach(branch ->
                            found.add(new Message(partner, role, branch.label().name())));
                }
                for (int i = 0; i < node.arity(); i++) {
                    waiting.add(node.child(i));
                }
            }
        });
        return Set.copyOf(found);
    }

    @Override
    public EffectResult<SendDecision> sendDecision(
            long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
        boolean branches = sid >= 0
                && sid < branching.size()
                && branching.get((int) sid).contains(new Message(role, partner, label));
        Value delivered =
                branches ? new Value.Str(label) : payload != null ? payload : handleSend(role, partner, label, state);
        return EffectResult.success(new SendDecision.Deliver(delivered));
    }
}
