package dev.paritas.model.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** One family with its numbers; a step is a function of the state, the peers and the phase (spec 52 §3.4). */
public sealed interface FieldMirror {
    /** Largest difference to the runtime that counts as equal. */
    Rational TOLERANCE = Rational.of(1, 1_000_000);

    /** {@return the name of the layer} */
    String layer();

    /**
     * {@return the state after one step call}
     *
     * @param peers states of the neighbours, of which the first counts
     * @param phase the step calls before this one
     * @throws ProblemException ({@link MirrorProblem}) for a state of another length
     */
    List<Rational> step(List<Rational> state, List<Rational> peers, long phase);

    /** {@return whether the two are within the tolerance, which belongs to it} */
    static boolean near(List<Rational> left, List<Rational> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).minus(right.get(i)).abs().compareTo(TOLERANCE) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Two concentrations. */
    record MeanField(Rational beta, Rational stepSize) implements FieldMirror {
        @Override
        public String layer() {
            return "mean_field";
        }

        @Override
        public List<Rational> step(List<Rational> state, List<Rational> peers, long phase) {
            if (state.size() != 2) {
                throw new ProblemException(new MirrorProblem("mean-field Ising expects exactly 2 state entries"));
            }
            Rational up = state.get(0);
            Rational down = state.get(1);
            Rational magnetisation = up.minus(down);
            Rational drift = tanh(beta.times(magnetisation)).minus(magnetisation);
            up = up.plus(drift.times(stepSize)).clamp(Rational.ZERO, Rational.ONE);
            down = down.minus(drift.times(stepSize)).clamp(Rational.ZERO, Rational.ONE);
            Rational sum = up.plus(down);
            return sum.isZero() ? List.of(up, down) : List.of(up.dividedBy(sum), down.dividedBy(sum));
        }

        /** x(27 + x²) / (27 + 9x²), and ±1 from ±3 on. */
        static Rational tanh(Rational x) {
            Rational three = Rational.of(3);
            if (x.compareTo(three) >= 0) {
                return Rational.ONE;
            }
            if (x.compareTo(three.negated()) <= 0) {
                return Rational.ONE.negated();
            }
            Rational square = x.times(x);
            Rational base = Rational.of(27);
            return x.times(base.plus(square)).dividedBy(base.plus(Rational.of(9).times(square)));
        }
    }

    /** A body on a spring. */
    record Hamiltonian(Rational springConstant, Rational mass, Rational stepSize) implements FieldMirror {
        @Override
        public String layer() {
            return "hamiltonian";
        }

        @Override
        public List<Rational> step(List<Rational> state, List<Rational> peers, long phase) {
            if (state.size() != 2) {
                throw new ProblemException(new MirrorProblem("Hamiltonian expects [position, momentum]"));
            }
            if (Long.remainderUnsigned(phase, 4) != 3) {
                return state;
            }
            Rational peer = peers.isEmpty() ? Rational.ZERO : peers.getFirst();
            Rational half = stepSize.dividedBy(Rational.of(2));
            Rational kicked = state.get(1).plus(force(state.get(0), peer).times(half));
            Rational position = state.get(0).plus(kicked.dividedBy(mass).times(stepSize));
            return List.of(position, kicked.plus(force(position, peer).times(half)));
        }

        private Rational force(Rational own, Rational peer) {
            return springConstant.negated().times(own.minus(peer));
        }
    }

    /** A diffusing value. */
    record ContinuumField(Rational coupling, Rational stepSize) implements FieldMirror {
        @Override
        public String layer() {
            return "continuum_field";
        }

        @Override
        public List<Rational> step(List<Rational> state, List<Rational> peers, long phase) {
            if (state.size() != 1) {
                throw new ProblemException(new MirrorProblem("continuum field expects exactly 1 state entry"));
            }
            if (Long.remainderUnsigned(phase, 2) != 1) {
                return state;
            }
            Rational own = state.getFirst();
            Rational peer = peers.isEmpty() ? own : peers.getFirst();
            return List.of(own.plus(coupling.times(peer.minus(own)).times(stepSize)));
        }
    }

    /** {@return every role with the same state} */
    static SequencedMap<String, List<Rational>> meanFieldStates(List<String> roles, List<Rational> state) {
        if (state.isEmpty()) {
            throw new ProblemException(
                    new MirrorProblem("mean_field field layer requires at least one state component"));
        }
        SequencedMap<String, List<Rational>> states = new LinkedHashMap<>();
        roles.forEach(role -> states.put(role, state));
        return states;
    }

    /** {@return each role with its position and momentum; a refusal names the roles that are still without} */
    static SequencedMap<String, List<Rational>> hamiltonianStates(
            List<String> roles, List<Rational> positions, List<Rational> momenta) {
        SequencedMap<String, List<Rational>> states = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            if (i >= positions.size() || i >= momenta.size()) {
                throw new ProblemException(new MirrorProblem(
                        "hamiltonian field layer requires at least " + (roles.size() - i) + " positions and momenta"));
            }
            states.put(roles.get(i), List.of(positions.get(i), momenta.get(i)));
        }
        return states;
    }

    /** {@return each role with its field value; a refusal names the roles that are still without} */
    static SequencedMap<String, List<Rational>> continuumStates(List<String> roles, List<Rational> fields) {
        SequencedMap<String, List<Rational>> states = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            if (i >= fields.size()) {
                throw new ProblemException(new MirrorProblem("continuum_field field layer requires at least "
                        + (roles.size() - i) + " initial field values"));
            }
            states.put(roles.get(i), List.of(fields.get(i)));
        }
        return states;
    }
}
