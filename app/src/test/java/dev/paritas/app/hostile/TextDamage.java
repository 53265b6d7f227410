package dev.paritas.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random damage to any document, the same one for the same seed: cut, doubled, with flipped bytes, with pieces that break
 * syntax, limits or a terminal put in, and with words of the document exchanged. Now and then nothing is damaged.
 */
final class TextDamage {
    private static final List<String> PIECES = List.of(
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "(".repeat(2_000),
            "9".repeat(2_000),
            "1e999999999",
            "-1",
            "0.5",
            "18446744073709551616",
            "null",
            "\"",
            "\\",
            "'",
            ",",
            ":",
            "}",
            "]",
            "{-",
            "-}",
            "--",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u0007",
            "\u001b[2J\u001b[31magree: 7 and 7 events",
            "\\u001b[2J\\nagree: 7 and 7 events",
            "\u009b1m",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\"\\ud800\"",
            "\u00e9\u0301",
            "\ud83d\ude00",
            "A".repeat(5_000));

    private final SplittableRandom random;

    TextDamage(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** {@return {@code document} with one to three damages, or sound} */
    byte[] damaged(byte[] document) {
        byte[] bytes = document.clone();
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int other = random.nextInt(bytes.length + 1);
        int from = Math.min(at, other);
        int to = Math.max(at, other);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> join(Arrays.copyOf(bytes, from), rest(bytes, to));
            case 2 -> join(Arrays.copyOf(bytes, to), rest(bytes, from));
            case 3 -> {
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 4 -> exchanged(bytes);
            default -> join(Arrays.copyOf(bytes, at), piece(), rest(bytes, at));
        };
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Puts one word of the document in the place of another one, so that meaning goes wrong rather than syntax. */
    private byte[] exchanged(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> words = Arrays.stream(text.split("\\W+"))
                .filter(word -> !word.isEmpty())
                .limit(200)
                .toList();
        if (words.isEmpty()) {
            return bytes;
        }
        String from = words.get(random.nextInt(words.size()));
        String to = words.get(random.nextInt(words.size()));
        int at = text.indexOf(from, random.nextInt(text.length()));
        return at < 0
                ? bytes
                : (text.substring(0, at) + to + text.substring(at + from.length()))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
