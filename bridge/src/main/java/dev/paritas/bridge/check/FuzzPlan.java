package dev.paritas.bridge.check;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which fresh cases are made: those of {@code count} seeds from {@code seed} on.
 *
 * @param count 0 to {@value #MOST}
 * @param seed 0 to {@value #LAST_SEED}
 */
public record FuzzPlan(int count, long seed) {
    public static final int MOST = 100_000;

    /** Seeds stay short enough to be typed. */
    public static final long LAST_SEED = 999_999_999_999L;

    public static final FuzzPlan DEFAULT = new FuzzPlan(100, 1);

    public FuzzPlan {
        if (count < 0 || count > MOST || seed < 0 || seed > LAST_SEED) {
            throw new IllegalArgumentException("want 0 to " + MOST + " cases and a seed from 0 to " + LAST_SEED);
        }
    }

    /** {@return the cases, ascending by seed} */
    public List<FuzzCase> cases() {
        return LongStream.range(seed, seed + count).mapToObj(FuzzCase::of).toList();
    }

    /** {@return the options that make these cases again} */
    public String options() {
        return "--fuzz " + count + " --seed " + seed;
    }
}
