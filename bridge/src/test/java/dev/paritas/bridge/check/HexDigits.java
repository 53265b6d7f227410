package dev.paritas.bridge.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The hex digits of a document: those inside the values of members that are named {@code ..._hex}, lists included. */
final class HexDigits {
    private HexDigits() {}

    /** {@return where {@code json} has a hex digit, ascending} */
    static List<Integer> positions(String json) {
        return byKind(json).values().stream().flatMap(List::stream).sorted().toList();
    }

    /**
     * {@return where {@code json} has a hex digit, by the kind of member: its pointer with {@code *} for the places of
     * lists}
     */
    static Map<String, List<Integer>> byKind(String json) {
        Map<String, List<Integer>> kinds = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    String kind = parser.streamReadContext()
                            .pathAsPointer()
                            .toString()
                            .replaceAll("/[0-9]+(?=/|$)", "/*");
                    if (kind.matches(".*_hex(/\\*)*")) {
                        int start = (int) parser.currentTokenLocation().getCharOffset() + 1;
                        for (int i = 0; i < parser.getString().length(); i++) {
                            kinds.computeIfAbsent(kind, absent -> new ArrayList<>())
                                    .add(start + i);
                        }
                    }
                }
            }
        }
        return kinds;
    }

    /** {@return {@code json} with another digit at {@code position}} */
    static String changed(String json, int position, SplittableRandom random) {
        int digit = Character.digit(json.charAt(position), 16);
        char other = Character.forDigit((digit + 1 + random.nextInt(15)) % 16, 16);
        return json.substring(0, position) + other + json.substring(position + 1);
    }
}
