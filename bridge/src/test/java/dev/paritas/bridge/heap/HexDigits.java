package dev.paritas.bridge.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hex digits of a document: those inside the values of members that are named {@code ..._hex}, lists included. */
final class HexDigits {
    private static final Pattern MEMBER =
            Pattern.compile("_hex\"\\s*:\\s*(\"[0-9a-f]*\"|\\[[^\\]\\[]*\\]|\\[\\s*\\[.*?\\]\\s*\\])", Pattern.DOTALL);

    private HexDigits() {}

    /** {@return where {@code json} has a hex digit, ascending} */
    static List<Integer> positions(String json) {
        List<Integer> positions = new ArrayList<>();
        Matcher members = MEMBER.matcher(json);
        while (members.find()) {
            boolean inside = false;
            for (int i = members.start(1); i < members.end(1); i++) {
                char c = json.charAt(i);
                if (c == '"') {
                    inside = !inside;
                } else if (inside && Character.digit(c, 16) >= 0) {
                    positions.add(i);
                }
            }
        }
        return positions;
    }

    /** {@return {@code json} with another digit at {@code position}} */
    static String changed(String json, int position, SplittableRandom random) {
        int digit = Character.digit(json.charAt(position), 16);
        char other = Character.forDigit((digit + 1 + random.nextInt(15)) % 16, 16);
        return json.substring(0, position) + other + json.substring(position + 1);
    }
}
