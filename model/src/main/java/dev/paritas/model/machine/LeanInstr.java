package dev.paritas.model.machine;

import java.util.List;

/** The instructions that compiled code of dialect L consists of (spec 22 §5). */
sealed interface LeanInstr {
    /** Offers {@code label} on the channel in register 0. */
    record Offer(String label) implements LeanInstr {}

    /** Takes a label from the channel in register 0 and goes to its entry. */
    record Choose(List<Entry> table) implements LeanInstr {
        public Choose {
            table = List.copyOf(table);
        }
    }

    record Entry(String label, int target) {}

    /** Sends register 1 on the channel in register 0. */
    record Send() implements LeanInstr {}

    /** Receives into register 1 from the channel in register 0. */
    record Receive() implements LeanInstr {}

    record Invoke() implements LeanInstr {}

    record Jump(int target) implements LeanInstr {}

    record Halt() implements LeanInstr {}
}
