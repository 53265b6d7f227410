package dev.paritas.model.machine;

import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Documents for the process's operations, written with single quotes. */
final class Requests {
    private Requests() {}

    static JsonValue json(String singleQuoted) {
        return JsonInput.read(singleQuoted.replace('\'', '"'), ReadPolicy.STRICT, JsonValue.CODEC);
    }

    static String global(GlobalType type) {
        return JsonOutput.compactText(TypeCodec.GLOBAL, type);
    }

    static String choreography(GlobalType type, String... roles) {
        String listed = Arrays.stream(roles).map(role -> "'" + role + "'").collect(Collectors.joining(","));
        return "{'schema_version':'lean_bridge.v1','global_type':" + global(type) + ",'roles':[" + listed + "]}";
    }
}
