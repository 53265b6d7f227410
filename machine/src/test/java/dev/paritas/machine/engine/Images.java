package dev.paritas.machine.engine;

import dev.paritas.choreography.projection.Projection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.isa.Instr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Images for tests. */
final class Images {
    static final GlobalType PING_PONG =
            GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));
    static final GlobalType MESSAGE = GlobalType.comm("A", "B", "msg", GlobalType.END);
    static final GlobalType CHOICE = new GlobalType.Comm(
            "A",
            "B",
            Stream.of("yes", "no")
                    .map(label -> new GlobalType.Branch(Label.of(label), GlobalType.END))
                    .toList());
    static final GlobalType LOOP = new GlobalType.Mu("X", GlobalType.comm("A", "B", "tick", new GlobalType.Var("X")));

    private Images() {}

    static CodeImage of(GlobalType global) {
        return CodeImage.fromLocalTypes(Projection.projectAll(global), global);
    }

    static CodeImage of(GlobalType global, Map<String, LocalType> types) {
        return CodeImage.fromLocalTypes(types, global);
    }

    /** {@return an image of hand-written programs whose roles have ended types} */
    static CodeImage programs(Map<String, List<Instr>> programs) {
        Map<String, LocalType> types = new TreeMap<>();
        programs.keySet().forEach(role -> types.put(role, LocalType.END));
        return programs(programs, types);
    }

    static CodeImage programs(Map<String, List<Instr>> programs, Map<String, LocalType> types) {
        return new CodeImage(new TreeMap<>(programs), GlobalType.END, new TreeMap<>(types));
    }

    static ProtocolMachine loaded(MachineConfig config, CodeImage... images) {
        ProtocolMachine machine = new ProtocolMachine(config);
        for (CodeImage image : images) {
            machine.loadChoreography(image);
        }
        return machine;
    }
}
