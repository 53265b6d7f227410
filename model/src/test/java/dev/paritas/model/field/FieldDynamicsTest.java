package dev.paritas.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.ContinuumField;
import dev.paritas.simulation.field.Hamiltonian;
import dev.paritas.simulation.field.MeanField;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dynamics bit for bit (spec 52 §3.6), against the published fixtures (§3.5) and against the mirror. */
class FieldDynamicsTest {
    private static final long SEED = 20_261_121;

    private static FixedQ32 ratio(long numerator, long denominator) {
        return FixedQ32.ratio(numerator, denominator);
    }

    private static List<FixedQ32> bits(long... bits) {
        return java.util.Arrays.stream(bits).mapToObj(FixedQ32::new).toList();
    }

    private static MeanField ising(FixedQ32 beta, FixedQ32 stepSize) {
        return new MeanField(beta, List.of("up", "down"), List.of(), stepSize);
    }

    private static Hamiltonian unitSpring() {
        return new Hamiltonian(FixedQ32.ONE, FixedQ32.ONE, 1, List.of(), List.of(), ratio(1, 100));
    }

    private static ContinuumField unitCoupling() {
        return new ContinuumField(FixedQ32.ONE, 1, List.of(), ratio(1, 10));
    }

    private static List<FixedQ32> steps(MeanField field, List<FixedQ32> state, int count) {
        List<FixedQ32> now = state;
        for (int i = 0; i < count; i++) {
            now = field.step(now);
        }
        return now;
    }

    private static List<FixedQ32> active(Hamiltonian field, List<FixedQ32> state, int count) {
        List<FixedQ32> now = state;
        for (int i = 0; i < count; i++) {
            now = field.step(now, FixedQ32.ofInteger(-1), 3);
        }
        return now;
    }

    @Test
    void ising_at_its_equilibrium_and_without_coupling() {
        assertThat(ising(ratio(3, 2), ratio(1, 100)).step(List.of(ratio(1, 2), ratio(1, 2))))
                .isEqualTo(bits(2_147_483_648L, 2_147_483_648L));
        assertThat(ising(FixedQ32.ZERO, ratio(1, 10)).step(List.of(ratio(3, 5), ratio(2, 5))))
                .isEqualTo(bits(2_491_081_031L, 1_803_886_264L));
    }

    @Test
    void ising_with_ratios_over_many_steps() {
        MeanField field = ising(ratio(1, 2), ratio(1, 100));
        List<FixedQ32> start = List.of(ratio(6, 10), ratio(4, 10));
        assertThat(steps(field, start, 1)).isEqualTo(bits(2_572_672_726L, 1_722_294_569L));
        assertThat(steps(field, start, 2)).isEqualTo(bits(2_568_408_528L, 1_726_558_767L));
        assertThat(steps(field, start, 3)).isEqualTo(bits(2_564_187_338L, 1_730_779_957L));
        assertThat(steps(field, start, 1_000)).isEqualTo(bits(2_147_502_109L, 2_147_465_186L));
        assertThat(steps(field, List.of(ratio(7, 10), ratio(3, 10)), 10_000))
                .isEqualTo(bits(2_147_483_647L, 2_147_483_648L));
    }

    @Test
    void ising_with_decimals() {
        MeanField field = ising(FixedQ32.parse("1.5"), FixedQ32.parse("0.01"));
        List<FixedQ32> start = List.of(FixedQ32.parse("0.6"), FixedQ32.parse("0.4"));
        assertThat(steps(field, start, 1)).isEqualTo(bits(2_580_941_755L, 1_714_025_541L));
        assertThat(steps(field, start, 2)).isEqualTo(bits(2_584_933_615L, 1_710_033_681L));
        assertThat(steps(field, start, 3)).isEqualTo(bits(2_588_956_031L, 1_706_011_265L));
    }

    @Test
    void ising_states_at_the_edge() {
        MeanField field = ising(FixedQ32.ofInteger(2_000_000_000), ratio(1, 10));
        assertThat(field.step(bits(0, 0))).isEqualTo(bits(0, 0));
        assertThat(field.step(List.of(FixedQ32.ofInteger(-5), FixedQ32.ofInteger(-5))))
                .isEqualTo(bits(0, 0));
        assertThat(field.step(List.of(FixedQ32.ofInteger(5), FixedQ32.ofInteger(5))))
                .isEqualTo(List.of(FixedQ32.HALF, FixedQ32.HALF));
        for (List<FixedQ32> state : List.of(bits(), bits(1), bits(1, 2, 3))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> field.step(state))
                    .withMessage("mean-field Ising expects 2-species state, got " + state.size())
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo("STATE_LENGTH"));
        }
    }

    @Test
    void the_body_moves_in_the_last_of_four_phases() {
        Hamiltonian field = unitSpring();
        List<FixedQ32> start = List.of(FixedQ32.ONE, FixedQ32.ZERO);
        for (int phase = 0; phase < 3; phase++) {
            assertThat(field.step(start, FixedQ32.ofInteger(-1), phase)).isEqualTo(start);
        }
        assertThat(active(field, start, 1)).isEqualTo(bits(4_294_537_799L, -85_897_197L));
        assertThat(active(field, start, 2)).isEqualTo(bits(4_293_249_351L, -171_785_804L));
        assertThat(active(field, start, 3)).isEqualTo(bits(4_291_102_082L, -257_657_232L));
        assertThat(active(field, start, 100)).isEqualTo(bits(346_164_176L, -7_228_109_583L));
    }

    @Test
    void a_mass_of_zero_fails_at_the_first_active_step_only() {
        Hamiltonian field = new Hamiltonian(FixedQ32.ONE, FixedQ32.ZERO, 1, List.of(), List.of(), ratio(1, 100));
        List<FixedQ32> state = List.of(FixedQ32.ONE, FixedQ32.ZERO);
        assertThat(field.step(state, FixedQ32.ZERO, 2)).isEqualTo(state);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> field.step(state, FixedQ32.ZERO, 3))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("DIVISION_BY_ZERO"));
    }

    @Test
    void the_value_diffuses_in_the_second_phase_and_its_further_components_stay() {
        ContinuumField field = unitCoupling();
        List<FixedQ32> start = List.of(FixedQ32.ONE);
        assertThat(field.step(start, FixedQ32.ZERO, 0)).isEqualTo(start);
        assertThat(field.step(start, FixedQ32.ZERO, 1)).isEqualTo(bits(3_865_470_567L));
        assertThat(field.step(List.of(FixedQ32.ONE, FixedQ32.HALF), FixedQ32.ZERO, 1))
                .isEqualTo(bits(3_865_470_567L, FixedQ32.HALF.bits()));
    }

    static Stream<FieldFixture> fixtures() {
        return FieldFixture.PUBLISHED.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void the_runtime_and_the_mirror_meet_the_published_fixtures(FieldFixture fixture) {
        assertThat(fixture.holds()).isTrue();
        List<Rational> runtime = runtime(fixture.field(), fixture.state(), fixture.peers(), fixture.phase());
        assertThat(fixture.accepts(runtime))
                .as("%s gives %s", fixture.name(), runtime)
                .isTrue();
    }

    @Test
    void the_runtime_is_exact_where_the_fixture_says_so() {
        for (FieldFixture fixture : FieldFixture.PUBLISHED) {
            boolean gateOrRest = fixture.exact() || fixture.name().equals("ising equilibrium");
            if (gateOrRest) {
                assertThat(runtime(fixture.field(), fixture.state(), fixture.peers(), fixture.phase()))
                        .isEqualTo(fixture.expected());
            }
        }
    }

    @Test
    void random_states_stay_within_the_tolerance_of_the_mirror() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            Rational k = Rational.of(random.nextInt(-2_000, 2_001), 1_000);
            Rational dt = Rational.of(random.nextInt(0, 101), 1_000);
            Rational mass = Rational.of(random.nextInt(500, 3_000), 1_000);
            long phase = random.nextInt(8);
            FieldMirror mirror = switch (i % 3) {
                case 0 -> new FieldMirror.MeanField(k, dt);
                case 1 -> new FieldMirror.Hamiltonian(k, mass, dt);
                default -> new FieldMirror.ContinuumField(k, dt);
            };
            int entries = i % 3 == 2 ? 1 : 2;
            List<Rational> state = Stream.generate(() -> Rational.of(random.nextInt(0, 1_001), 1_000))
                    .limit(entries)
                    .toList();
            List<Rational> peers =
                    random.nextBoolean() ? List.of() : List.of(Rational.of(random.nextInt(-1_000, 1_001), 500));
            List<Rational> expected = mirror.step(state, peers, phase);
            List<Rational> actual = runtime(mirror, state, peers, phase);
            assertThat(FieldMirror.near(actual, expected))
                    .as("seed %d, case %d: %s from %s is %s, not %s", SEED, i, mirror, state, actual, expected)
                    .isTrue();
        }
    }

    /** One step call of the runtime, its numbers as close to the mirror's as they come. */
    private static List<Rational> runtime(FieldMirror mirror, List<Rational> state, List<Rational> peers, long phase) {
        List<FixedQ32> from = state.stream().map(FieldDynamicsTest::fixed).toList();
        List<FixedQ32> next = switch (mirror) {
            case FieldMirror.MeanField(Rational beta, Rational dt) ->
                ising(fixed(beta), fixed(dt)).step(from);
            case FieldMirror.Hamiltonian(Rational k, Rational mass, Rational dt) ->
                new Hamiltonian(fixed(k), fixed(mass), 1, List.of(), List.of(), fixed(dt))
                        .step(from, peers.isEmpty() ? FixedQ32.ZERO : fixed(peers.getFirst()), (int) (phase % 4));
            case FieldMirror.ContinuumField(Rational k, Rational dt) ->
                new ContinuumField(fixed(k), 1, List.of(), fixed(dt))
                        .step(from, peers.isEmpty() ? from.getFirst() : fixed(peers.getFirst()), (int) (phase % 2));
        };
        return next.stream()
                .map(number -> new Rational(BigInteger.valueOf(number.bits()), BigInteger.ONE.shiftLeft(32)))
                .toList();
    }

    private static FixedQ32 fixed(Rational number) {
        return ratio(number.numerator().longValueExact(), number.denominator().longValueExact());
    }
}
