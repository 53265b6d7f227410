package dev.paritas.app.executable;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.List;

/** Documents that several tests hand to the programs. */
final class Documents {
    static final GlobalType PING_PONG =
            GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));
    static final LocalType PING_PONG_A = LocalType.send("B", "ping", LocalType.recv("B", "pong", LocalType.END));

    private Documents() {}

    static String global(GlobalType type) {
        return JsonOutput.compactText(TypeCodec.GLOBAL, type);
    }

    static String local(LocalType type) {
        return JsonOutput.compactText(TypeCodec.LOCAL, type);
    }

    static String program(String role, LocalType type) {
        return "{\"role\":\"" + role + "\",\"local_type\":" + local(type) + "}";
    }

    static String choreography(GlobalType type, String roles) {
        return Program.quoted("{'schema_version':'lean_bridge.v1','global_type':")
                + global(type)
                + Program.quoted(",'roles':" + roles + "}");
    }

    static String runRequest(String choreographies) {
        return Program.quoted("{'schema_version':'lean_bridge.v1','choreographies':[")
                + choreographies
                + Program.quoted("],'concurrency':1,'max_steps':64}");
    }

    /** {@code A->B{l.B->C{x}, r.B->C{y}}}, where C's candidate is that of the first branch. */
    static GlobalType bystanderChoice() {
        return new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("l"), GlobalType.comm("B", "C", "x", GlobalType.END)),
                        new GlobalType.Branch(Label.of("r"), GlobalType.comm("B", "C", "y", GlobalType.END))));
    }
}
