package dev.paritas.bridge.report;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.files.Sha256;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts into which the checks of a run are divided. A check's id alone says where it belongs, so the parts
 * are disjoint and together everything, on any machine and whatever checks are added.
 *
 * @param index from 1 to {@code count}
 * @param count from 1 to 99
 */
public record Shard(long index, long count) {
    public static final Codec<Shard> CODEC = ObjectCodec.of(
            "Shard", field("index", Codec.U64, Shard::index), field("count", Codec.U64, Shard::count), Shard::new);

    private static final long MOST = 99;

    private static final Pattern WORD = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    public Shard {
        if (count < 1 || count > MOST || index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is I/N, from 1/1 to " + MOST + "/" + MOST + ", I not above N");
        }
    }

    /** {@return the shard that {@code I/N} names; empty for another word} */
    public static Optional<Shard> of(String word) {
        Matcher matcher = WORD.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group(1));
        long count = Long.parseLong(matcher.group(2));
        return index < 1 || index > count ? Optional.empty() : Optional.of(new Shard(index, count));
    }

    /** {@return whether the check of this id belongs here} */
    public boolean holds(String id) {
        String digest = Sha256.hex(id.getBytes(StandardCharsets.UTF_8));
        return Long.parseLong(digest.substring(0, 8), 16) % count == index - 1;
    }

    /** {@return the option that asks for it} */
    public String option() {
        return "--shard " + index + "/" + count;
    }
}
