package dev.paritas.bridge.smoke;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The smallest protocols that show what an adapter can do, and requests that nobody should answer. */
final class SmokeCases {
    static final int STEPS = 200;
    static final String UNKNOWN_KIND = "a protocol of an unknown kind";

    private static final GlobalType PING_PONG =
            GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));

    private static final GlobalType LOOP = new GlobalType.Mu(
            "X", GlobalType.comm("A", "B", "tick", GlobalType.comm("B", "A", "tock", new GlobalType.Var("X"))));

    private SmokeCases() {}

    static CaseInput pingPong() {
        return input(PING_PONG);
    }

    static CaseInput choice() {
        return input(new GlobalType.Comm(
                "A",
                "B",
                List.of(
                        new GlobalType.Branch(Label.of("yes"), GlobalType.comm("B", "A", "thanks", GlobalType.END)),
                        new GlobalType.Branch(Label.of("no"), GlobalType.END))));
    }

    /** It never ends by itself. */
    static CaseInput loop() {
        return input(LOOP);
    }

    static CaseInput twoSessions() {
        return new CaseInput(List.of(ChoreographyJson.of(PING_PONG), ChoreographyJson.of(PING_PONG)), 1, STEPS);
    }

    private static CaseInput input(GlobalType type) {
        return CaseInput.of(ChoreographyJson.of(type), STEPS);
    }

    /** {@return requests that must not be answered, by what is wrong with them} */
    static Map<String, byte[]> unanswerable() {
        Map<String, byte[]> requests = new TreeMap<>();
        requests.put("no JSON", utf8("{\"choreographies\":["));
        requests.put(UNKNOWN_KIND, unknownKind());
        return requests;
    }

    /** The reference's own executables answer it. */
    static byte[] otherVersion() {
        return utf8("{\"choreographies\":[],\"concurrency\":1,\"max_steps\":1,\"schema_version\":\"lean_bridge.v0\"}");
    }

    static byte[] unknownKind() {
        String version = "\"schema_version\":\"lean_bridge.v1\"";
        return utf8("{\"choreographies\":[{\"global_type\":{\"kind\":\"parallel\"},\"roles\":[\"A\",\"B\"]," + version
                + "}],\"concurrency\":1,\"max_steps\":10," + version + "}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
