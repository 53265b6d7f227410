package dev.paritas.machine.engine;

import dev.paritas.machine.isa.Instr;
import dev.paritas.machine.isa.Instr.ChooseEntry;
import dev.paritas.machine.session.EndpointSlot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instruction with what every round asks of it, worked out when its program first runs.
 *
 * @param monitored the register that holds the endpoint the monitor looks at, -1 when the instruction names none
 */
record Decoded(Action action, int monitored, Precheck precheck) {
    /** What the monitor demands before the instruction (spec 20 §15.1). */
    enum Precheck {
        NOTHING,
        SEND_STATE,
        RECV_STATE,
        /** A choose whose labels repeat: refused always. */
        REPEATED_LABELS,
        /** An open whose roles and destinations differ in number: refused always. */
        OPEN_ARITY
    }

    /** The instruction itself, bound to its operands. */
    interface Action {
        void perform(Coroutine coroutine, @Nullable EndpointSlot monitored, Step step);
    }

    static Decoded of(Instr instr, Action action) {
        return switch (instr) {
            case Instr.Send send -> new Decoded(action, send.chan(), Precheck.SEND_STATE);
            case Instr.Offer offer -> new Decoded(action, offer.chan(), Precheck.SEND_STATE);
            case Instr.Receive receive -> new Decoded(action, receive.chan(), Precheck.RECV_STATE);
            case Instr.Choose choose ->
                new Decoded(
                        action,
                        choose.chan(),
                        hasRepeatedLabel(choose.table()) ? Precheck.REPEATED_LABELS : Precheck.RECV_STATE);
            case Instr.Close close -> new Decoded(action, close.session(), Precheck.NOTHING);
            case Instr.Open open ->
                new Decoded(
                        action, -1, open.roles().size() == open.dsts().size() ? Precheck.NOTHING : Precheck.OPEN_ARITY);
            case Instr.Invoke ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Acquire ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Release ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Fork ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Join ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Abort ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Transfer ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Tag ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Check ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Set ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Move ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Jump ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Spawn ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Yield ignored -> new Decoded(action, -1, Precheck.NOTHING);
            case Instr.Halt ignored -> new Decoded(action, -1, Precheck.NOTHING);
        };
    }

    private static boolean hasRepeatedLabel(List<ChooseEntry> table) {
        Set<String> seen = new HashSet<>();
        return table.stream().anyMatch(entry -> !seen.add(entry.label()));
    }
}
