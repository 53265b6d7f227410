package dev.paritas.machine.lean;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code generation of dialect L (spec 22 §5). All roles' code lies in one program: targets are absolute, because each
 * role is compiled at its start offset.
 */
final class LeanCode {
    /** Where a loop variable leads; searched from the most recent definition. */
    private record Loop(String var, int pc) {}

    /** A branch still to be compiled, whose code begins at entry {@code entry} of the table at {@code choose}. */
    private record Pending(int choose, int entry, LocalType type) {}

    private final List<LeanInstr> program = new ArrayList<>();
    private final List<Integer> entryPoints = new ArrayList<>();

    // Of the role being compiled. Loops defined in one branch stay visible in later branches.
    private final List<Loop> loops = new ArrayList<>();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();

    /** Appends the code of the next role. */
    void add(LocalType type) {
        int start = program.size();
        entryPoints.add(start);
        loops.clear();
        straight(type);
        while (!pending.isEmpty()) {
            Pending branch = pending.pop();
            link(branch);
            straight(branch.type());
        }
        // Only an empty role could lack an end, but the rule is part of the dialect.
        if (program.size() == start || !ends(program.getLast())) {
            program.add(new LeanInstr.Halt());
        }
    }

    List<LeanInstr> program() {
        return List.copyOf(program);
    }

    /** {@return the first pc of each role, in the order they were added} */
    List<Integer> entryPoints() {
        return List.copyOf(entryPoints);
    }

    /** Emits {@code type} up to where it ends or parts into branches. */
    private void straight(LocalType type) {
        LocalType here = type;
        while (here != null) {
            here = switch (here) {
                case LocalType.End _ -> emit(new LeanInstr.Halt());
                case LocalType.Var var -> emit(jump(var.name()));
                case LocalType.Mu(String var, LocalType body) -> {
                    loops.add(new Loop(var, program.size()));
                    yield body;
                }
                case LocalType.Send(String _, List<LocalType.Branch> branches) -> send(branches);
                case LocalType.Recv(String _, List<LocalType.Branch> branches) -> receive(branches);
            };
        }
    }

    private @Nullable LocalType send(List<LocalType.Branch> branches) {
        if (branches.isEmpty()) {
            return emit(new LeanInstr.Halt());
        }
        LocalType.Branch first = branches.getFirst();
        if (MachineTypes.soleAnnotation(branches) != null) {
            program.add(new LeanInstr.Send());
            program.add(new LeanInstr.Invoke());
        } else {
            program.add(new LeanInstr.Offer(first.label().name()));
            if (branches.size() == 1) {
                program.add(new LeanInstr.Invoke());
            }
        }
        return first.continuation();
    }

    private @Nullable LocalType receive(List<LocalType.Branch> branches) {
        if (branches.isEmpty()) {
            return emit(new LeanInstr.Halt());
        }
        if (branches.size() == 1) {
            LocalType.Branch only = branches.getFirst();
            program.add(
                    only.annotation() == null
                            ? new LeanInstr.Choose(
                                    List.of(new LeanInstr.Entry(only.label().name(), program.size() + 1)))
                            : new LeanInstr.Receive());
            program.add(new LeanInstr.Invoke());
            return only.continuation();
        }
        int choose = program.size();
        program.add(new LeanInstr.Choose(branches.stream()
                .map(branch -> new LeanInstr.Entry(branch.label().name(), -1))
                .toList()));
        for (int i = branches.size() - 1; i >= 0; i--) {
            pending.push(new Pending(choose, i, branches.get(i).continuation()));
        }
        return null;
    }

    private void link(Pending branch) {
        if (program.get(branch.choose()) instanceof LeanInstr.Choose(List<LeanInstr.Entry> table)) {
            List<LeanInstr.Entry> linked = new ArrayList<>(table);
            linked.set(
                    branch.entry(),
                    new LeanInstr.Entry(table.get(branch.entry()).label(), program.size()));
            program.set(branch.choose(), new LeanInstr.Choose(linked));
        }
    }

    private LeanInstr jump(String var) {
        for (int i = loops.size() - 1; i >= 0; i--) {
            if (loops.get(i).var().equals(var)) {
                return new LeanInstr.Jump(loops.get(i).pc());
            }
        }
        return new LeanInstr.Halt();
    }

    private @Nullable LocalType emit(LeanInstr last) {
        program.add(last);
        return null;
    }

    private static boolean ends(LeanInstr instr) {
        return instr instanceof LeanInstr.Halt || instr instanceof LeanInstr.Jump;
    }
}
