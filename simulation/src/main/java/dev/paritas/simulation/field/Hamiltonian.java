package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Bodies on springs, moved by the leapfrog scheme (spec 52 §3.3).
 *
 * @param springConstant k of the force {@code -k (x - y)}
 * @param mass nothing asks for other than zero, which fails at the first active step
 * @param dimensions unsigned 32 bits, not used by the dynamics
 * @param initialPositions one per role
 * @param initialMomenta one per role
 * @param stepSize of one active step
 */
public record Hamiltonian(
        FixedQ32 springConstant,
        FixedQ32 mass,
        long dimensions,
        List<FixedQ32> initialPositions,
        List<FixedQ32> initialMomenta,
        FixedQ32 stepSize)
        implements FieldParameters {
    public static final String LAYER = "hamiltonian";

    /** Step calls in one turn: two messages each way; the last one moves the body. */
    public static final int PHASES = 4;

    private static final FixedQ32 TWO = FixedQ32.ofInteger(2);

    public Hamiltonian {
        initialPositions = List.copyOf(initialPositions);
        initialMomenta = List.copyOf(initialMomenta);
    }

    @Override
    public String layer() {
        return LAYER;
    }

    @Override
    public SequencedMap<String, List<FixedQ32>> initialStates(List<String> roles) {
        int bodies = roles.size();
        if (initialPositions.size() < bodies || initialMomenta.size() < bodies) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.INITIAL_VALUES,
                    "hamiltonian field layer requires at least " + bodies + " positions and momenta"));
        }
        SequencedMap<String, List<FixedQ32>> states = new LinkedHashMap<>();
        for (int i = 0; i < bodies; i++) {
            states.put(roles.get(i), List.of(initialPositions.get(i), initialMomenta.get(i)));
        }
        return states;
    }

    /** {@return the force on a body at {@code own} from one at {@code peer}} */
    public FixedQ32 force(FixedQ32 own, FixedQ32 peer) {
        return springConstant.negated().times(own.minus(peer));
    }

    /** @throws ProblemException ({@link FieldProblem}) {@code STATE_LENGTH} for other than position and momentum */
    static void requireBody(List<FixedQ32> state) {
        if (state.size() != 2) {
            throw new ProblemException(new FieldProblem(
                    FieldProblem.Kind.STATE_LENGTH,
                    "Hamiltonian expects [position, momentum], got " + state.size() + " elements"));
        }
    }

    /**
     * {@return position and momentum after one active step}
     *
     * @param phase step calls before this one, modulo {@link #PHASES}; only the last phase moves
     * @throws ProblemException ({@link FieldProblem}) {@code STATE_LENGTH}, {@code DIVISION_BY_ZERO} for a mass of zero
     */
    public List<FixedQ32> step(List<FixedQ32> state, FixedQ32 peer, int phase) {
        requireBody(state);
        if (phase != PHASES - 1) {
            return state;
        }
        if (mass.equals(FixedQ32.ZERO)) {
            throw new ProblemException(
                    new FieldProblem(FieldProblem.Kind.DIVISION_BY_ZERO, "Hamiltonian mass is zero"));
        }
        FixedQ32 position = state.get(0);
        FixedQ32 momentum = halfKick(state.get(1), position, peer);
        position = position.plus(momentum.dividedBy(mass).times(stepSize));
        return List.of(position, halfKick(momentum, position, peer));
    }

    private FixedQ32 halfKick(FixedQ32 momentum, FixedQ32 position, FixedQ32 peer) {
        return momentum.plus(force(position, peer).times(stepSize).dividedBy(TWO));
    }
}
