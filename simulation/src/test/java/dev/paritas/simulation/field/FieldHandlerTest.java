package dev.paritas.simulation.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.simulation.field.FieldHandler.SendPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values, registers and hooks (spec 52 §2, §3.3). */
class FieldHandlerTest {
    private static final FixedQ32 ONE = FixedQ32.ONE;
    private static final FixedQ32 ZERO = FixedQ32.ZERO;

    private static Value text(String text) {
        return new Value.Str(text);
    }

    private static FieldHandler hamiltonian() {
        return FieldHandler.of(new Hamiltonian(ONE, ONE, 1, List.of(), List.of(), FixedQ32.ratio(1, 100)));
    }

    private static FieldHandler continuum() {
        return FieldHandler.of(new ContinuumField(ONE, 1, List.of(), FixedQ32.ratio(1, 10)));
    }

    private static EffectResult<SendDecision> send(
            FieldHandler handler, String role, String label, RegisterFile registers, @Nullable Value offered) {
        return handler.sendDecision(0, role, "peer", label, registers, offered);
    }

    private static RegisterFile registers(Value... values) {
        return RegisterFile.of(List.of(values));
    }

    private static RegisterFile state(FixedQ32... numbers) {
        RegisterFile registers = new RegisterFile(2);
        FieldValues.write(registers, List.of(numbers));
        return registers;
    }

    @Test
    void numbers_are_texts() {
        assertThat(FieldValues.scalar(ONE.negated())).isEqualTo(text("q32:-4294967296"));
        assertThat(FieldValues.vector(List.of(ONE, ZERO))).isEqualTo(text("q32vec:4294967296,0"));
        assertThat(FieldValues.vector(List.of())).isEqualTo(text("q32vec:"));
    }

    @Test
    void reading_skips_the_program_and_everything_that_is_no_number() {
        List<Value> values = List.of(
                text("q32:1"),
                text("q32:2"),
                text("q32:3"),
                text("q32:x"),
                text("q32:"),
                text("q32: 4"),
                text("q32:99999999999999999999"),
                text("q32vec:1,2"),
                Value.UNIT,
                Value.TRUE,
                new Value.Nat(2),
                new Value.Nat(2_147_483_648L),
                new Value.Nat(-1),
                text("q32:-5"));
        assertThat(FieldValues.read(values)).containsExactly(new FixedQ32(3), FixedQ32.ofInteger(2), new FixedQ32(-5));
        assertThat(FieldValues.read(List.of(Value.UNIT))).isEmpty();
    }

    @Test
    void writing_grows_the_registers_and_keeps_further_ones() {
        RegisterFile small = new RegisterFile(0);
        FieldValues.write(small, List.of(ONE));
        assertThat(small.snapshot()).containsExactly(Value.UNIT, Value.UNIT, FieldValues.scalar(ONE));
        RegisterFile large = registers(Value.TRUE, Value.FALSE, Value.UNIT, Value.UNIT, Value.TRUE);
        FieldValues.write(large, List.of(ONE, ZERO));
        assertThat(large.snapshot())
                .containsExactly(
                        Value.TRUE, Value.FALSE, FieldValues.scalar(ONE), FieldValues.scalar(ZERO), Value.TRUE);
    }

    @Test
    void payloads_become_numbers_or_a_sentence() {
        assertThat(FieldValues.payload(text("q32:7"))).isEqualTo(new FixedQ32(7));
        assertThat(FieldValues.payload(text("q32vec:7,8"))).isEqualTo(new FixedQ32(7));
        assertThat(FieldValues.payload(new Value.Nat(3))).isEqualTo(FixedQ32.ofInteger(3));
        refused(text("q32:abc"), "invalid q32 scalar payload: q32:abc");
        refused(text("q32vec:"), "empty vector payload");
        refused(text("q32vec:x"), "empty vector payload");
        refused(new Value.Nat(-1), "nat overflow: out of range integral type conversion attempted");
        refused(new Value.Nat(1L << 31), "nat conversion error: fixed-point overflow");
        refused(Value.UNIT, "unsupported payload: Unit");
        refused(Value.TRUE, "unsupported payload: Bool(true)");
        refused(text("seven"), "unsupported payload: Str(\"seven\")");
        refused(
                new Value.Chan(new Endpoint(0, "A")),
                "unsupported payload: Endpoint(Endpoint { sid: 0, role: \"A\" })");
    }

    private static void refused(Value payload, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FieldValues.payload(payload))
                .withMessage(message);
    }

    @Test
    void a_choice_takes_the_first_label() {
        assertThat(continuum().handleChoose("A", "B", List.of("x", "y"), new RegisterFile(0)))
                .isEqualTo(EffectResult.success("x"));
        assertThat(continuum().handleChoose("A", "B", List.of(), new RegisterFile(0)))
                .isEqualTo(failed("no labels available"));
    }

    private static <T> EffectResult<T> failed(String message) {
        return EffectResult.failure(new EffectFailure(EffectFailureKind.INVALID_INPUT, message));
    }

    private static EffectResult<SendDecision> delivers(Value payload) {
        return EffectResult.success(new SendDecision.Deliver(payload));
    }

    @Test
    void mean_field_sends_its_state_and_ignores_what_it_receives() {
        MeanField field = new MeanField(ONE, List.of(), List.of(), FixedQ32.ratio(1, 10));
        FieldHandler handler = FieldHandler.of(field);
        RegisterFile registers = state(FixedQ32.HALF, FixedQ32.HALF);
        assertThat(send(handler, "A", "any", registers, Value.UNIT))
                .isEqualTo(delivers(text("q32vec:2147483648,2147483648")));
        assertThat(handler.handleRecv("A", "B", "any", registers, Value.TRUE)).isEqualTo(EffectResult.DONE);
        FieldHandler reference = FieldHandler.of(field, SendPayload.OFFERED);
        assertThat(send(reference, "A", "any", registers, Value.TRUE)).isEqualTo(delivers(Value.TRUE));
        assertThat(send(reference, "A", "any", registers, null))
                .isEqualTo(delivers(text("q32vec:2147483648,2147483648")));
    }

    @Test
    void a_state_register_that_was_overwritten_shortens_the_state() {
        FieldHandler handler = FieldHandler.of(new MeanField(ONE, List.of(), List.of(), ONE));
        RegisterFile registers = state(FixedQ32.HALF, FixedQ32.HALF);
        registers.set(2, Value.UNIT);
        assertThat(handler.step("A", registers)).isEqualTo(failed("mean-field Ising expects 2-species state, got 1"));
    }

    @Test
    void hamiltonian_sends_position_and_force_whatever_is_offered() {
        FieldHandler handler = hamiltonian();
        RegisterFile registers = state(ONE, ZERO);
        assertThat(send(handler, "A", "position", registers, Value.TRUE)).isEqualTo(delivers(FieldValues.scalar(ONE)));
        // Nothing was received yet: the force of a peer at 0.
        assertThat(send(handler, "A", "force", registers, Value.TRUE))
                .isEqualTo(delivers(FieldValues.scalar(ONE.negated())));
        assertThat(handler.handleRecv("A", "B", "position", registers, FieldValues.scalar(ONE.negated())))
                .isEqualTo(EffectResult.DONE);
        assertThat(send(handler, "A", "force", registers, Value.TRUE))
                .isEqualTo(delivers(FieldValues.scalar(FixedQ32.ofInteger(-2))));
        assertThat(send(handler, "A", "spin", registers, null)).isEqualTo(failed("unknown label: spin"));
        assertThat(send(handler, "A", "position", new RegisterFile(2), null))
                .isEqualTo(failed("missing position state"));
        assertThat(handler.handleRecv("A", "B", "spin", registers, Value.UNIT))
                .isEqualTo(failed("unknown label: spin"));
        assertThat(handler.handleRecv("A", "B", "force", registers, Value.UNIT))
                .isEqualTo(failed("unsupported payload: Unit"));
    }

    @Test
    void hamiltonian_counts_the_steps_of_each_role_and_failing_ones_not() {
        FieldHandler handler = hamiltonian();
        RegisterFile registers = state(ONE, ZERO);
        assertThat(handler.step("A", state(ONE)))
                .isEqualTo(failed("Hamiltonian expects [position, momentum], got 1 elements"));
        for (int call = 0; call < 3; call++) {
            assertThat(handler.step("B", registers)).isEqualTo(EffectResult.DONE);
            assertThat(handler.step("A", registers)).isEqualTo(EffectResult.DONE);
            assertThat(FieldValues.read(registers.snapshot())).containsExactly(ONE, ZERO);
        }
        handler.handleRecv("A", "B", "position", registers, FieldValues.scalar(ONE.negated()));
        assertThat(handler.step("A", registers)).isEqualTo(EffectResult.DONE);
        assertThat(FieldValues.read(registers.snapshot()))
                .containsExactly(new FixedQ32(4_294_537_799L), new FixedQ32(-85_897_197L));
    }

    @Test
    void the_energy_of_two_bodies_stays_within_a_hundredth_over_four_hundred_calls() {
        FieldHandler handler = hamiltonian();
        RegisterFile a = state(ONE, ZERO);
        RegisterFile b = state(ONE.negated(), ZERO);
        for (int call = 0; call < 400; call++) {
            handler.handleRecv("A", "B", "position", a, position(b));
            handler.handleRecv("B", "A", "position", b, position(a));
            assertThat(handler.step("A", a)).isEqualTo(EffectResult.DONE);
            assertThat(handler.step("B", b)).isEqualTo(EffectResult.DONE);
        }
        // At rest the energy was k (x - y)^2 / 2 = 2.
        assertThat(Math.abs(energy(a, b) - 2.0) / 2.0).isLessThan(0.01);
    }

    private static Value position(RegisterFile registers) {
        return FieldValues.scalar(FieldValues.read(registers.snapshot()).getFirst());
    }

    private static double energy(RegisterFile a, RegisterFile b) {
        List<FixedQ32> left = FieldValues.read(a.snapshot());
        List<FixedQ32> right = FieldValues.read(b.snapshot());
        double distance = (left.get(0).bits() - right.get(0).bits()) * 0x1p-32;
        double p = left.get(1).bits() * 0x1p-32;
        double q = right.get(1).bits() * 0x1p-32;
        return distance * distance / 2 + p * p / 2 + q * q / 2;
    }

    @Test
    void continuum_exchanges_first_components_and_rests_without_a_peer() {
        FieldHandler handler = continuum();
        RegisterFile registers = state(ONE, FixedQ32.HALF);
        assertThat(send(handler, "A", "any", registers, Value.UNIT)).isEqualTo(delivers(FieldValues.scalar(ONE)));
        for (int call = 0; call < 4; call++) {
            assertThat(handler.step("A", registers)).isEqualTo(EffectResult.DONE);
        }
        assertThat(FieldValues.read(registers.snapshot())).containsExactly(ONE, FixedQ32.HALF);
        handler.handleRecv("A", "B", "any", registers, FieldValues.vector(List.of(ZERO, ONE)));
        handler.step("A", registers);
        handler.step("A", registers);
        assertThat(FieldValues.read(registers.snapshot())).containsExactly(new FixedQ32(3_865_470_567L), FixedQ32.HALF);
        String empty = "continuum field expects at least 1 field component";
        assertThat(send(handler, "A", "any", new RegisterFile(2), null)).isEqualTo(failed(empty));
        assertThat(handler.step("A", new RegisterFile(2))).isEqualTo(failed(empty));
    }
}
