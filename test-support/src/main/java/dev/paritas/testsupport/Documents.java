package dev.paritas.testsupport;

import static dev.paritas.testsupport.Json.quoted;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.List;

/** Documents that tests hand to runners and validators. */
public final class Documents {
    private Documents() {}

    public static String global(GlobalType type) {
        return JsonOutput.compactText(TypeCodec.GLOBAL, type);
    }

    public static String local(LocalType type) {
        return JsonOutput.compactText(TypeCodec.LOCAL, type);
    }

    /** {@return the exported program of a role} */
    public static String program(String role, LocalType type) {
        return "{\"role\":\"" + role + "\",\"local_type\":" + local(type) + "}";
    }

    public static String choreography(GlobalType type, String... roles) {
        return quoted("{'schema_version':'lean_bridge.v1','global_type':" + global(type) + ",'roles':['"
                + String.join("','", List.of(roles)) + "']}");
    }

    /** {@return a request of 64 steps, one coroutine a round} */
    public static String runRequest(String... choreographies) {
        return quoted("{'schema_version':'lean_bridge.v1','choreographies':[" + String.join(",", choreographies)
                + "],'concurrency':1,'max_steps':64}");
    }
}
