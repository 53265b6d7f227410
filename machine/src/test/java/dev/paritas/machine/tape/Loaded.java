package dev.paritas.machine.tape;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.Instr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Machines for tests, freshly loaded at each call. */
final class Loaded {
    static final GlobalType MESSAGE = GlobalType.comm("A", "B", "msg", GlobalType.END);
    static final GlobalType LOOP = new GlobalType.Mu(
            "X", GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", new GlobalType.Var("X"))));

    private Loaded() {}

    static Supplier<ProtocolMachine> with(CodeImage... images) {
        return with(MachineConfig.DEFAULT, images);
    }

    static Supplier<ProtocolMachine> with(MachineConfig config, CodeImage... images) {
        return () -> {
            ProtocolMachine machine = new ProtocolMachine(config);
            for (CodeImage image : images) {
                machine.loadChoreography(image);
            }
            return machine;
        };
    }

    static CodeImage image(GlobalType global) {
        return CodeImage.of(global);
    }

    /** {@return an image of hand-written programs whose roles have ended types} */
    static CodeImage programs(Map<String, List<Instr>> programs) {
        Map<String, LocalType> types = new TreeMap<>();
        programs.keySet().forEach(role -> types.put(role, LocalType.END));
        return new CodeImage(new TreeMap<>(programs), GlobalType.END, new TreeMap<>(types));
    }
}
