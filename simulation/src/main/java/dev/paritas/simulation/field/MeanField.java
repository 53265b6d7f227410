package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The mean-field Ising family: two concentrations that drift towards {@code tanh(beta m)} (spec 52 §3.3).
 *
 * @param species names, not used by the dynamics
 * @param initialState of every role; nothing asks for a sum of one
 * @param stepSize of one step
 */
public record MeanField(FixedQ32 beta, List<String> species, List<FixedQ32> initialState, FixedQ32 stepSize)
        implements FieldParameters {
    public static final String LAYER = "mean_field";

    public MeanField {
        species = List.copyOf(species);
        initialState = List.copyOf(initialState);
    }

    @Override
    public String layer() {
        return LAYER;
    }

    @Override
    public SequencedMap<String, List<FixedQ32>> initialStates(List<String> roles) {
        if (initialState.isEmpty()) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.INITIAL_VALUES, "mean_field field layer requires at least one state component"));
        }
        SequencedMap<String, List<FixedQ32>> states = new LinkedHashMap<>();
        roles.forEach(role -> states.put(role, initialState));
        return states;
    }

    /**
     * {@return the state after one step: drifted, clamped to 0..1, and scaled to a sum of one}
     *
     * @throws ProblemException ({@link FieldProblem}) {@code STATE_LENGTH} for other than two entries
     */
    public List<FixedQ32> step(List<FixedQ32> state) {
        if (state.size() != 2) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.STATE_LENGTH, "mean-field Ising expects 2-species state, got " + state.size()));
        }
        FixedQ32 magnetisation = state.get(0).minus(state.get(1));
        FixedQ32 drift = beta.times(magnetisation).tanh().minus(magnetisation);
        FixedQ32 change = drift.times(stepSize);
        FixedQ32 up = state.get(0).plus(change).clamp(FixedQ32.ZERO, FixedQ32.ONE);
        FixedQ32 down = state.get(1).minus(change).clamp(FixedQ32.ZERO, FixedQ32.ONE);
        FixedQ32 sum = up.plus(down);
        return sum.compareTo(FixedQ32.ZERO) > 0 ? List.of(up.dividedBy(sum), down.dividedBy(sum)) : List.of(up, down);
    }
}
