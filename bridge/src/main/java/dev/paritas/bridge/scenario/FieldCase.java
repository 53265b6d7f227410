package dev.paritas.bridge.scenario;

import dev.paritas.model.field.FieldFixture;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.ContinuumField;
import dev.paritas.simulation.field.Hamiltonian;
import dev.paritas.simulation.field.MeanField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One step call of a field, put to the fixed-point runtime and to the exact mirror (spec 52 §3.4). */
public record FieldCase(String id, FieldMirror field, List<Rational> state, List<Rational> peers, long phase) {
    private static final BigInteger SCALE = BigInteger.ONE.shiftLeft(32);
    private static final int THOUSANDTHS = 1_000;

    public FieldCase {
        state = List.copyOf(state);
        peers = List.copyOf(peers);
    }

    /** {@return the published steps, then {@code count} of a seed; the same ones for the same seed} */
    public static List<FieldCase> cases(int count, long seed) {
        List<FieldCase> cases = new ArrayList<>();
        for (FieldFixture fixture : FieldFixture.PUBLISHED) {
            cases.add(
                    new FieldCase(fixture.name(), fixture.field(), fixture.state(), fixture.peers(), fixture.phase()));
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            cases.add(generated("seed-" + seed + "/" + i, i % 3, random));
        }
        return cases;
    }

    private static FieldCase generated(String id, int family, SplittableRandom random) {
        Rational factor = thousandths(random, -2_000, 2_000);
        Rational stepSize = thousandths(random, 0, 100);
        FieldMirror field = switch (family) {
            case 0 -> new FieldMirror.MeanField(factor, stepSize);
            case 1 -> new FieldMirror.Hamiltonian(factor, thousandths(random, 500, 3_000), stepSize);
            default -> new FieldMirror.ContinuumField(factor, stepSize);
        };
        List<Rational> state = Stream.generate(() -> thousandths(random, 0, THOUSANDTHS))
                .limit(family == 2 ? 1 : 2)
                .toList();
        List<Rational> peers = random.nextBoolean() ? List.of() : List.of(thousandths(random, -2_000, 2_000));
        return new FieldCase(id, field, state, peers, random.nextInt(8));
    }

    private static Rational thousandths(SplittableRandom random, int from, int to) {
        return Rational.of(random.nextInt(from, to + 1), THOUSANDTHS);
    }

    /** {@return the runtime's next state, exactly as its bits say} */
    public List<Rational> runtime() {
        List<FixedQ32> from = state.stream().map(FieldCase::fixed).toList();
        List<FixedQ32> next = switch (field) {
            case FieldMirror.MeanField(Rational beta, Rational stepSize) ->
                new MeanField(fixed(beta), List.of(), List.of(), fixed(stepSize)).step(from);
            case FieldMirror.Hamiltonian(Rational springConstant, Rational mass, Rational stepSize) ->
                new Hamiltonian(fixed(springConstant), fixed(mass), 1, List.of(), List.of(), fixed(stepSize))
                        .step(from, peers.isEmpty() ? FixedQ32.ZERO : fixed(peers.getFirst()), (int)
                                (phase % Hamiltonian.PHASES));
            case FieldMirror.ContinuumField(Rational coupling, Rational stepSize) ->
                new ContinuumField(fixed(coupling), 1, List.of(), fixed(stepSize))
                        .step(from, peers.isEmpty() ? from.getFirst() : fixed(peers.getFirst()), (int)
                                (phase % ContinuumField.PHASES));
        };
        return next.stream()
                .map(number -> new Rational(BigInteger.valueOf(number.bits()), SCALE))
                .toList();
    }

    private static FixedQ32 fixed(Rational number) {
        return FixedQ32.ratio(
                number.numerator().longValueExact(), number.denominator().longValueExact());
    }
}
