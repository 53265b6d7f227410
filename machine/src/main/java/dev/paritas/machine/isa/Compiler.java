package dev.paritas.machine.isa;

import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.isa.Instr.ChooseEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Local type to program (spec 20 §6). A send of several branches keeps its first branch only, a loop variable jumps to
 * the latest binder of its name. The walk keeps its own stack, so depth is bounded by memory only.
 */
final class Compiler {
    private static final int CHANNEL = 0;
    private static final int PAYLOAD = 1;
    private static final Instr STEP = new Instr.Invoke(new InvokeAction.Named("runtime.step"));

    /** What is still to be done after the continuation at hand. */
    private sealed interface Pending {
        record Branch(List<ChooseEntry> table, LocalType.Branch branch) implements Pending {}

        record Fill(int slot, List<ChooseEntry> table) implements Pending {}
    }

    private final List<Instr> code = new ArrayList<>();
    private final Map<String, Integer> loops = new HashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    private Compiler() {}

    /** {@return the program of one role} */
    public static List<Instr> compile(LocalType type) {
        return new Compiler().program(type);
    }

    private List<Instr> program(LocalType type) {
        chain(type);
        while (!pending.isEmpty()) {
            switch (pending.pop()) {
                case Pending.Branch(var table, var branch) -> {
                    table.add(new ChooseEntry(branch.label().name(), code.size()));
                    chain(branch.continuation());
                }
                case Pending.Fill(int slot, var table) -> code.set(slot, new Instr.Choose(CHANNEL, table));
            }
        }
        return List.copyOf(code);
    }

    /** Emits from {@code type} on until the path ends or splits. */
    private void chain(LocalType type) {
        LocalType here = type;
        while (true) {
            switch (here) {
                case LocalType.End() -> {
                    code.add(new Instr.Halt());
                    return;
                }
                case LocalType.Var(String name) -> {
                    Integer target = loops.get(name);
                    code.add(target == null ? new Instr.Halt() : new Instr.Jump(target));
                    return;
                }
                case LocalType.Mu(String var, LocalType body) -> {
                    loops.put(var, code.size());
                    here = body;
                }
                case LocalType.Send send -> {
                    List<LocalType.Branch> branches = send.branches();
                    if (branches.isEmpty()) {
                        return;
                    }
                    if (branches.size() == 1) {
                        code.add(new Instr.Send(CHANNEL, PAYLOAD));
                        code.add(STEP);
                    } else {
                        code.add(new Instr.Offer(
                                CHANNEL, branches.getFirst().label().name()));
                    }
                    here = branches.getFirst().continuation();
                }
                case LocalType.Recv receive -> {
                    List<LocalType.Branch> branches = receive.branches();
                    if (branches.size() != 1) {
                        choose(branches);
                        return;
                    }
                    code.add(new Instr.Receive(CHANNEL, PAYLOAD));
                    code.add(STEP);
                    here = branches.getFirst().continuation();
                }
            }
        }
    }

    private void choose(List<LocalType.Branch> branches) {
        if (branches.isEmpty()) {
            return;
        }
        List<ChooseEntry> table = new ArrayList<>(branches.size());
        int slot = code.size();
        code.add(new Instr.Choose(CHANNEL, List.of()));
        pending.push(new Pending.Fill(slot, table));
        for (LocalType.Branch branch : branches.reversed()) {
            pending.push(new Pending.Branch(table, branch));
        }
    }
}
