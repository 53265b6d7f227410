package dev.paritas.model.field;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/**
 * A published step (spec 52 §3.5).
 *
 * @param name of the fixture; the failure of the reference is {@code <name> fixture mismatch}
 * @param phase step calls before the one that is compared
 * @param exact whether the expected state is met exactly, rather than within the tolerance
 */
public record FieldFixture(
        String name,
        FieldMirror field,
        List<Rational> state,
        List<Rational> peers,
        long phase,
        List<Rational> expected,
        boolean exact) {
    public FieldFixture {
        state = List.copyOf(state);
        peers = List.copyOf(peers);
        expected = List.copyOf(expected);
    }

    /** The six published steps, in the order in which the reference checks them. */
    public static final List<FieldFixture> PUBLISHED = List.of(
            new FieldFixture(
                    "ising equilibrium",
                    new FieldMirror.MeanField(Rational.of(3, 2), Rational.of(1, 100)),
                    List.of(Rational.of(1, 2), Rational.of(1, 2)),
                    List.of(),
                    0,
                    List.of(Rational.of(1, 2), Rational.of(1, 2)),
                    false),
            new FieldFixture(
                    "ising zero-beta drift",
                    new FieldMirror.MeanField(Rational.ZERO, Rational.of(1, 10)),
                    List.of(Rational.of(3, 5), Rational.of(2, 5)),
                    List.of(),
                    0,
                    List.of(Rational.of(29, 50), Rational.of(21, 50)),
                    false),
            hamiltonian("hamiltonian phase-gate", 0, List.of(Rational.ONE, Rational.ZERO), true),
            hamiltonian(
                    "hamiltonian leapfrog",
                    3,
                    List.of(Rational.of(9_999, 10_000), Rational.of(-39_999, 2_000_000)),
                    false),
            continuum("continuum phase-gate", 0, Rational.ONE, true),
            continuum("continuum diffusion", 1, Rational.of(9, 10), false));

    private static FieldFixture hamiltonian(String name, long phase, List<Rational> expected, boolean exact) {
        return new FieldFixture(
                name,
                new FieldMirror.Hamiltonian(Rational.ONE, Rational.ONE, Rational.of(1, 100)),
                List.of(Rational.ONE, Rational.ZERO),
                List.of(Rational.of(-1)),
                phase,
                expected,
                exact);
    }

    private static FieldFixture continuum(String name, long phase, Rational expected, boolean exact) {
        return new FieldFixture(
                name,
                new FieldMirror.ContinuumField(Rational.ONE, Rational.of(1, 10)),
                List.of(Rational.ONE),
                List.of(Rational.ZERO),
                phase,
                List.of(expected),
                exact);
    }

    /** {@return whether {@code state} is what the fixture expects} */
    public boolean accepts(List<Rational> state) {
        return exact ? state.equals(expected) : FieldMirror.near(state, expected);
    }

    /** {@return whether the mirror meets the fixture} */
    public boolean holds() {
        try {
            return accepts(field.step(state, peers, phase));
        } catch (ProblemException e) {
            e.only(MirrorProblem.class);
            return false;
        }
    }

    /** {@return what the reference says when it does not hold} */
    public String failure() {
        return name + " fixture mismatch";
    }
}
