package dev.paritas.model.machine;

import dev.paritas.choreography.type.LocalType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code generation of dialect L (spec 22 §5). All roles' code lies in one program: targets are absolute, because each
 * role is compiled at its start offset.
 */
final class ModelCode {
    /** Where a loop variable leads; searched from the most recent definition. */
    private record Loop(String var, int pc) {}

    /** A choose instruction whose branches are compiled behind it. */
    private static final class OpenChoice {
        final int pc;
        final List<LocalType.Branch> branches;
        final int[] targets;

        OpenChoice(int pc, List<LocalType.Branch> branches) {
            this.pc = pc;
            this.branches = branches;
            this.targets = new int[branches.size()];
        }

        ModelInstr.Choose closed() {
            List<ModelInstr.Entry> table = new ArrayList<>(targets.length);
            for (int i = 0; i < targets.length; i++) {
                table.add(new ModelInstr.Entry(branches.get(i).label().name(), targets[i]));
            }
            return new ModelInstr.Choose(table);
        }
    }

    /** A branch still to be compiled. */
    private record Pending(OpenChoice choice, int entry) {
        LocalType type() {
            return choice.branches.get(entry).continuation();
        }
    }

    private final List<ModelInstr> program = new ArrayList<>();
    private final List<Integer> entryPoints = new ArrayList<>();

    // Of the role being compiled. Loops defined in one branch stay visible in later branches.
    private final List<Loop> loops = new ArrayList<>();
    private final List<OpenChoice> choices = new ArrayList<>();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();

    /** Appends the code of the next role. */
    void add(LocalType type) {
        int start = program.size();
        entryPoints.add(start);
        loops.clear();
        straight(type);
        while (!pending.isEmpty()) {
            Pending branch = pending.pop();
            branch.choice().targets[branch.entry()] = program.size();
            straight(branch.type());
        }
        choices.forEach(choice -> program.set(choice.pc, choice.closed()));
        choices.clear();
        // Only an empty role could lack an end, but the rule is part of the dialect.
        if (program.size() == start || !ends(program.getLast())) {
            program.add(new ModelInstr.Halt());
        }
    }

    List<ModelInstr> program() {
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
                case LocalType.End ignored -> emit(new ModelInstr.Halt());
                case LocalType.Var var -> emit(jump(var.name()));
                case LocalType.Mu(String var, LocalType body) -> {
                    loops.add(new Loop(var, program.size()));
                    yield body;
                }
                case LocalType.Send(String ignored, List<LocalType.Branch> branches) -> send(branches);
                case LocalType.Recv(String ignored, List<LocalType.Branch> branches) -> receive(branches);
            };
        }
    }

    private @Nullable LocalType send(List<LocalType.Branch> branches) {
        if (branches.isEmpty()) {
            return emit(new ModelInstr.Halt());
        }
        LocalType.Branch first = branches.getFirst();
        if (MachineTypes.soleAnnotation(branches) != null) {
            program.add(new ModelInstr.Send());
            program.add(new ModelInstr.Invoke());
        } else {
            program.add(new ModelInstr.Offer(first.label().name()));
            if (branches.size() == 1) {
                program.add(new ModelInstr.Invoke());
            }
        }
        return first.continuation();
    }

    private @Nullable LocalType receive(List<LocalType.Branch> branches) {
        if (branches.isEmpty()) {
            return emit(new ModelInstr.Halt());
        }
        if (branches.size() == 1) {
            LocalType.Branch only = branches.getFirst();
            program.add(
                    only.annotation() == null
                            ? new ModelInstr.Choose(
                                    List.of(new ModelInstr.Entry(only.label().name(), program.size() + 1)))
                            : new ModelInstr.Receive());
            program.add(new ModelInstr.Invoke());
            return only.continuation();
        }
        OpenChoice choice = new OpenChoice(program.size(), branches);
        choices.add(choice);
        program.add(new ModelInstr.Choose(List.of()));
        for (int i = branches.size() - 1; i >= 0; i--) {
            pending.push(new Pending(choice, i));
        }
        return null;
    }

    private ModelInstr jump(String var) {
        for (int i = loops.size() - 1; i >= 0; i--) {
            if (loops.get(i).var().equals(var)) {
                return new ModelInstr.Jump(loops.get(i).pc());
            }
        }
        return new ModelInstr.Halt();
    }

    private @Nullable LocalType emit(ModelInstr last) {
        program.add(last);
        return null;
    }

    private static boolean ends(ModelInstr instr) {
        return instr instanceof ModelInstr.Halt || instr instanceof ModelInstr.Jump;
    }
}
