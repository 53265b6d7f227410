package dev.paritas.bridge.golden;

import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small protocols and their exchange form, written out by hand. */
final class Protocols {
    static final String END = "{\"kind\":\"end\"}";

    static final String PING = comm("A", "B", branch("ping", END));

    static final String PING_A = "{\"kind\":\"send\",\"partner\":\"B\",\"branches\":[" + branch("ping", END) + "]}";

    static final String PING_B = "{\"kind\":\"recv\",\"partner\":\"A\",\"branches\":[" + branch("ping", END) + "]}";

    /** The third role hears of the choice in different receptions, which the canonical projection unites. */
    static final String RECEIVE_UNION = comm(
            "A",
            "B",
            branch("left", comm("B", "C", branch("x", END))),
            branch("right", comm("B", "C", branch("y", END))));

    /** The third role would have to send differently without knowing the choice. */
    static final String SEND_MISMATCH = comm(
            "A",
            "B",
            branch("left", comm("C", "B", branch("x", END))),
            branch("right", comm("C", "B", branch("y", END))));

    private Protocols() {}

    static GlobalType read(String json) {
        return TypeReader.global().read(json);
    }

    static String comm(String sender, String receiver, String... branches) {
        return "{\"kind\":\"comm\",\"sender\":\"" + sender + "\",\"receiver\":\"" + receiver + "\",\"branches\":"
                + Stream.of(branches).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    static String branch(String label, String continuation) {
        return "{\"label\":{\"name\":\"" + label + "\",\"sort\":\"unit\"},\"continuation\":" + continuation + "}";
    }
}
