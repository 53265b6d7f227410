package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Values that diffuse between neighbours (spec 52 §3.3).
 *
 * @param coupling k of the flow {@code k (y - x)}
 * @param components unsigned 32 bits, not used by the dynamics
 * @param initialFields one per role
 * @param stepSize of one active step
 */
public record ContinuumField(FixedQ32 coupling, long components, List<FixedQ32> initialFields, FixedQ32 stepSize)
        implements FieldParameters {
    public static final String LAYER = "continuum_field";

    /** Step calls in one turn: send and receive; the last one diffuses. */
    public static final int PHASES = 2;

    public ContinuumField {
        initialFields = List.copyOf(initialFields);
    }

    @Override
    public String layer() {
        return LAYER;
    }

    @Override
    public SequencedMap<String, List<FixedQ32>> initialStates(List<String> roles) {
        if (initialFields.size() < roles.size()) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.INITIAL_VALUES,
                    "continuum_field field layer requires at least " + roles.size() + " initial field values"));
        }
        SequencedMap<String, List<FixedQ32>> states = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            states.put(roles.get(i), List.of(initialFields.get(i)));
        }
        return states;
    }

    /** {@return the value that is exchanged} */
    static FixedQ32 first(List<FixedQ32> state) {
        if (state.isEmpty()) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.STATE_LENGTH, "continuum field expects at least 1 field component"));
        }
        return state.getFirst();
    }

    /**
     * {@return the state after one step call; only its first component moves}
     *
     * @param phase step calls before this one, modulo {@link #PHASES}; only the last phase moves
     * @throws ProblemException ({@link FieldProblem}) {@code STATE_LENGTH} for an empty state
     */
    public List<FixedQ32> step(List<FixedQ32> state, FixedQ32 peer, int phase) {
        FixedQ32 own = first(state);
        if (phase != PHASES - 1) {
            return state;
        }
        List<FixedQ32> next = new ArrayList<>(state);
        next.set(0, own.plus(coupling.times(peer.minus(own)).times(stepSize)));
        return List.copyOf(next);
    }
}
