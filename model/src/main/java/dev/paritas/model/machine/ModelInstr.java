package dev.paritas.model.machine;

import java.util.List;

/** The instructions that compiled code of dialect L consists of (spec 22 §5). */
sealed interface ModelInstr {
    /** Offers {@code label} on the channel in register 0. */
    record Offer(String label) implements ModelInstr {}

    /** Takes a label from the channel in register 0 and goes to its entry. */
    record Choose(List<Entry> table) implements ModelInstr {
        public Choose {
            table = List.copyOf(table);
        }
    }

    record Entry(String label, int target) {}

    /** Sends register 1 on the channel in register 0. */
    record Send() implements ModelInstr {}

    /** Receives into register 1 from the channel in register 0. */
    record Receive() implements ModelInstr {}

    record Invoke() implements ModelInstr {}

    record Jump(int target) implements ModelInstr {}

    record Halt() implements ModelInstr {}
}
