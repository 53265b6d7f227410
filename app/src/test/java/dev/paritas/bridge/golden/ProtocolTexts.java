package dev.paritas.bridge.golden;

import static dev.paritas.testsupport.TypeTexts.END;
import static dev.paritas.testsupport.TypeTexts.branch;
import static dev.paritas.testsupport.TypeTexts.choice;

import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;

/** Small protocols and their exchange form, written out by hand. */
final class ProtocolTexts {
    static final String PING = choice("A", "B", branch("ping", END));

    static final String PING_A = "{\"kind\":\"send\",\"partner\":\"B\",\"branches\":[" + branch("ping", END) + "]}";

    static final String PING_B = "{\"kind\":\"recv\",\"partner\":\"A\",\"branches\":[" + branch("ping", END) + "]}";

    /** The third role hears of the choice in different receptions, which the canonical projection unites. */
    static final String RECEIVE_UNION = choice(
            "A",
            "B",
            branch("left", choice("B", "C", branch("x", END))),
            branch("right", choice("B", "C", branch("y", END))));

    /** The third role would have to send differently without knowing the choice. */
    static final String SEND_MISMATCH = choice(
            "A",
            "B",
            branch("left", choice("C", "B", branch("x", END))),
            branch("right", choice("C", "B", branch("y", END))));

    private ProtocolTexts() {}

    static GlobalType read(String json) {
        return TypeReader.global().read(json);
    }
}
