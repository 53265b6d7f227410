package dev.paritas.machine.engine;

import dev.paritas.machine.isa.ChooseEntry;
import dev.paritas.machine.isa.Instr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An instruction with what every round asks of it, worked out when its program is loaded.
 *
 * @param monitored the register that holds the endpoint the monitor looks at, -1 when the instruction names none
 */
record Decoded(Instr instr, int monitored, Precheck precheck) {
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

    static Decoded[] program(Instr[] code) {
        Decoded[] program = new Decoded[code.length];
        for (int pc = 0; pc < code.length; pc++) {
            program[pc] = of(code[pc]);
        }
        return program;
    }

    private static Decoded of(Instr instr) {
        return switch (instr) {
            case Instr.Send send -> new Decoded(instr, send.chan(), Precheck.SEND_STATE);
            case Instr.Offer offer -> new Decoded(instr, offer.chan(), Precheck.SEND_STATE);
            case Instr.Receive receive -> new Decoded(instr, receive.chan(), Precheck.RECV_STATE);
            case Instr.Choose choose ->
                new Decoded(
                        instr,
                        choose.chan(),
                        hasRepeatedLabel(choose.table()) ? Precheck.REPEATED_LABELS : Precheck.RECV_STATE);
            case Instr.Close close -> new Decoded(instr, close.session(), Precheck.NOTHING);
            case Instr.Open open ->
                new Decoded(
                        instr, -1, open.roles().size() == open.dsts().size() ? Precheck.NOTHING : Precheck.OPEN_ARITY);
            case Instr.Invoke _,
                    Instr.Acquire _,
                    Instr.Release _,
                    Instr.Fork _,
                    Instr.Join _,
                    Instr.Abort _,
                    Instr.Transfer _,
                    Instr.Tag _,
                    Instr.Check _,
                    Instr.Set _,
                    Instr.Move _,
                    Instr.Jump _,
                    Instr.Spawn _,
                    Instr.Yield _,
                    Instr.Halt _ -> new Decoded(instr, -1, Precheck.NOTHING);
        };
    }

    private static boolean hasRepeatedLabel(List<ChooseEntry> table) {
        Set<String> seen = new HashSet<>();
        return table.stream().anyMatch(entry -> !seen.add(entry.label()));
    }
}
