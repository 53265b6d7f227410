package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchanges positions and forces, and moves the body at each fourth step call of its role. */
final class HamiltonianHandler extends FieldHandler {
    private static final String POSITION = "position";
    private static final String FORCE = "force";

    private final Hamiltonian field;
    private final Map<String, FixedQ32> peerPositions = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();

    public HamiltonianHandler(Hamiltonian field) {
        super(SendPayload.HOOK);
        this.field = field;
    }

    @Override
    public Value sendHook(String role, String label, List<FixedQ32> state) {
        boolean position = label.equals(POSITION);
        if (!position && !label.equals(FORCE)) {
            throw unknown(label);
        }
        if (state.isEmpty()) {
            throw new ProblemException(new FieldProblem(FieldProblem.Kind.MISSING_POSITION, "missing position state"));
        }
        FixedQ32 own = state.getFirst();
        return FieldValues.scalar(position ? own : field.force(own, peerPosition(role)));
    }

    /** Received forces are read, and then not used by anything. */
    @Override
    public void receiveHook(String role, String label, Value payload) {
        if (!label.equals(POSITION) && !label.equals(FORCE)) {
            throw unknown(label);
        }
        FixedQ32 number = FieldValues.payload(payload);
        if (label.equals(POSITION)) {
            peerPositions.put(role, number);
        }
    }

    @Override
    public Optional<List<FixedQ32>> stepHook(String role, List<FixedQ32> state) {
        Hamiltonian.requireBody(state);
        int phase = steps.merge(role, 1, Integer::sum) - 1 & Hamiltonian.PHASES - 1;
        return phase == Hamiltonian.PHASES - 1
                ? Optional.of(field.step(state, peerPosition(role), phase))
                : Optional.empty();
    }

    private FixedQ32 peerPosition(String role) {
        return peerPositions.getOrDefault(role, FixedQ32.ZERO);
    }

    private static ProblemException unknown(String label) {
        return new ProblemException(new FieldProblem(FieldProblem.Kind.UNKNOWN_LABEL, "unknown label: " + label));
    }
}
