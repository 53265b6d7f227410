package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine's registers. Snapshots are shared until the next change, so recording a state that did not change costs
 * nothing.
 */
public final class RegisterFile {
    private Value[] values;
    private boolean shared;
    private @Nullable List<Value> snapshot;

    /** {@code size} registers that hold the unit value. */
    public RegisterFile(int size) {
        values = new Value[size];
        Arrays.fill(values, Value.UNIT);
    }

    private RegisterFile(List<Value> state) {
        values = state.toArray(Value[]::new);
        snapshot = List.copyOf(state);
    }

    public static RegisterFile of(List<Value> state) {
        return new RegisterFile(state);
    }

    public int size() {
        return values.length;
    }

    /** @throws ArrayIndexOutOfBoundsException when there is no such register */
    public Value get(int register) {
        return values[register];
    }

    /** @throws ArrayIndexOutOfBoundsException when there is no such register */
    public void set(int register, Value value) {
        if (values[register] != value) {
            write(register, value);
        }
    }

    private void write(int register, Value value) {
        if (shared) {
            values = values.clone();
            shared = false;
        }
        values[register] = value;
        snapshot = null;
    }

    /** Replaces all registers, their number included. */
    public void replace(List<Value> state) {
        if (state != snapshot) {
            values = state.toArray(Value[]::new);
            shared = false;
            snapshot = List.copyOf(state);
        }
    }

    /** {@return the registers as they are now, immutable} */
    public List<Value> snapshot() {
        List<Value> known = snapshot;
        if (known == null) {
            known = List.of(values);
            snapshot = known;
        }
        return known;
    }

    /** {@return a mark to go back to; costs nothing unless a register is written afterwards} */
    public Mark mark() {
        shared = true;
        return new Mark(values, snapshot);
    }

    /** Undoes every write since {@code mark}, the latest one taken. */
    public void restore(Mark mark) {
        values = mark.values;
        snapshot = mark.snapshot;
        shared = false;
    }

    /** Makes the writes since the latest mark stand. */
    public void keep() {
        shared = false;
    }

    /** A moment of a register file. */
    public static final class Mark {
        private final Value[] values;
        private final @Nullable List<Value> snapshot;

        private Mark(Value[] values, @Nullable List<Value> snapshot) {
            this.values = values;
            this.snapshot = snapshot;
        }
    }
}
