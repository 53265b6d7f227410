package dev.paritas.simulation.field;

import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedPointProblem;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fixed-point numbers as machine values and in registers (spec 52 §2). */
public final class FieldValues {
    /** Registers below this index belong to the program. */
    public static final int FIRST_REGISTER = 2;

    private static final String SCALAR = "q32:";
    private static final String VECTOR = "q32vec:";
    private static final Pattern BITS = Pattern.compile("[+-]?[0-9]+");

    private FieldValues() {}

    /** {@return {@code q32:<bits>}} */
    public static Value scalar(FixedQ32 number) {
        return new Value.Str(SCALAR + number.bits());
    }

    /** {@return {@code q32vec:<bits>,<bits>,...}} */
    public static Value vector(List<FixedQ32> numbers) {
        return new Value.Str(numbers.stream()
                .map(number -> Long.toString(number.bits()))
                .collect(Collectors.joining(",", VECTOR, "")));
    }

    /**
     * {@return the numbers in the registers from 2 on, in order; whatever is none is skipped}
     *
     * <p>So a state register that was overwritten by another value silently shortens the state.
     */
    public static List<FixedQ32> read(List<Value> registers) {
        return registers.stream()
                .skip(FIRST_REGISTER)
                .flatMap(register -> number(register).stream())
                .toList();
    }

    /** Puts a state into the registers from 2 on; missing registers are added, further old ones stay. */
    public static void write(RegisterFile registers, List<FixedQ32> state) {
        List<Value> values = new ArrayList<>(registers.snapshot());
        while (values.size() < FIRST_REGISTER) {
            values.add(Value.UNIT);
        }
        for (int i = 0; i < state.size(); i++) {
            int register = FIRST_REGISTER + i;
            if (register < values.size()) {
                values.set(register, scalar(state.get(i)));
            } else {
                values.add(scalar(state.get(i)));
            }
        }
        registers.replace(values);
    }

    /**
     * {@return the number that a payload stands for; of a vector the first}
     *
     * @throws ProblemException ({@link FieldProblem}) {@code UNSUPPORTED_PAYLOAD}
     */
    public static FixedQ32 payload(Value payload) {
        return switch (payload) {
            case Value.Str(String text)
            when text.startsWith(SCALAR) ->
                bits(text.substring(SCALAR.length()))
                        .orElseThrow(() -> unsupported("invalid q32 scalar payload: " + text));
            case Value.Str(String text)
            when text.startsWith(VECTOR) ->
                first(text.substring(VECTOR.length())).orElseThrow(() -> unsupported("empty vector payload"));
            case Value.Nat(long value) -> integer(value);
            case Value.Str ignored -> throw unsupported("unsupported payload: " + payload.debugText());
            case Value.Unit ignored -> throw unsupported("unsupported payload: " + payload.debugText());
            case Value.Bool ignored -> throw unsupported("unsupported payload: " + payload.debugText());
            case Value.Prod ignored -> throw unsupported("unsupported payload: " + payload.debugText());
            case Value.Chan ignored -> throw unsupported("unsupported payload: " + payload.debugText());
        };
    }

    private static FixedQ32 integer(long unsigned) {
        if (unsigned < 0) {
            throw unsupported("nat overflow: out of range integral type conversion attempted");
        }
        try {
            return FixedQ32.ofInteger(unsigned);
        } catch (ProblemException e) {
            throw unsupported(
                    "nat conversion error: " + e.only(FixedPointProblem.class).sentence());
        }
    }

    private static Optional<FixedQ32> number(Value register) {
        return switch (register) {
            case Value.Str(String text) when text.startsWith(SCALAR) -> bits(text.substring(SCALAR.length()));
            case Value.Nat(long value)
            when value >= 0 && value <= Integer.MAX_VALUE -> Optional.of(FixedQ32.ofInteger(value));
            case Value.Str ignored -> Optional.empty();
            case Value.Nat ignored -> Optional.empty();
            case Value.Unit ignored -> Optional.empty();
            case Value.Bool ignored -> Optional.empty();
            case Value.Prod ignored -> Optional.empty();
            case Value.Chan ignored -> Optional.empty();
        };
    }

    /** {@return the first number of a list that consists of numbers} */
    private static Optional<FixedQ32> first(String list) {
        List<Optional<FixedQ32>> numbers = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            numbers.add(bits(part));
        }
        return numbers.stream().allMatch(Optional::isPresent) ? numbers.getFirst() : Optional.empty();
    }

    private static Optional<FixedQ32> bits(String decimal) {
        if (!BITS.matcher(decimal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FixedQ32(Long.parseLong(decimal)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // more than 64 bits
        }
    }

    private static ProblemException unsupported(String message) {
        return new ProblemException(new FieldProblem(FieldProblem.Kind.UNSUPPORTED_PAYLOAD, message));
    }
}
