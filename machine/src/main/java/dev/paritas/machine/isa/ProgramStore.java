package dev.paritas.machine.isa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The programs of a machine, each kept once (spec 20 §8.4). */
public final class ProgramStore {
    private final List<Instr[]> programs = new ArrayList<>();
    private final Map<List<Instr>, Integer> indexes = new HashMap<>();

    /** {@return the index of {@code program}, the old one when it is known already} */
    public int intern(List<Instr> program) {
        return indexes.computeIfAbsent(List.copyOf(program), known -> {
            programs.add(known.toArray(Instr[]::new));
            return programs.size() - 1;
        });
    }

    /** {@return the instructions of a program; the array is shared and must not be written} */
    public Instr[] code(int index) {
        return programs.get(index);
    }

    public int size() {
        return programs.size();
    }
}
