package dev.paritas.simulation.run;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedPointProblem;
import dev.paritas.semanticobjects.value.FixedQ32;
import java.time.Duration;

/**
 * The random numbers of a scenario (spec 52 §4.6): ChaCha with 8 rounds, stream 0, words in order; the key comes from a
 * 64-bit seed. For one thread.
 */
final class SimulationRandom {
    private static final int WORDS = 16;
    private static final int KEY_WORDS = 8;
    private static final int DOUBLE_ROUNDS = 4;
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private static final long SEED_FACTOR = 6_364_136_223_846_793_005L;
    private static final long SEED_INCREMENT = Long.parseUnsignedLong("11634580027462260723");

    private final int[] key;
    private final int[] block = new int[WORDS];
    private long counter;
    private int next = WORDS;

    private SimulationRandom(int[] key) {
        this.key = key.clone();
    }

    /** @param seed unsigned */
    public static SimulationRandom ofSeed(long seed) {
        int[] key = new int[KEY_WORDS];
        long state = seed;
        for (int i = 0; i < KEY_WORDS; i++) {
            state = state * SEED_FACTOR + SEED_INCREMENT;
            int shifted = (int) (((state >>> 18) ^ state) >>> 27);
            key[i] = Integer.rotateRight(shifted, (int) (state >>> 59));
        }
        return new SimulationRandom(key);
    }

    /** @param key 8 little-endian words */
    static SimulationRandom ofKey(int... key) {
        if (key.length != KEY_WORDS) {
            throw new IllegalArgumentException("a key has 8 words");
        }
        return new SimulationRandom(key);
    }

    /** {@return the next word} */
    public int nextWord() {
        if (next == WORDS) {
            fill();
            next = 0;
        }
        return block[next++];
    }

    /** {@return the next two words, the first one low} */
    public long nextLong() {
        long low = Integer.toUnsignedLong(nextWord());
        return low | (long) nextWord() << 32;
    }

    /** {@return a number in [0, 1)} */
    public FixedQ32 sample() {
        return new FixedQ32(Integer.toUnsignedLong(nextWord()));
    }

    /** {@return whether something of this probability happens; certainties draw nothing} */
    public boolean happens(FixedQ32 probability) {
        if (probability.compareTo(FixedQ32.ZERO) <= 0) {
            return false;
        }
        return probability.compareTo(FixedQ32.ONE) >= 0 || sample().compareTo(probability) < 0;
    }

    /** {@return a generator of its own, seeded by this one} */
    public SimulationRandom fork() {
        return ofSeed(nextLong());
    }

    /**
     * {@return {@code base} changed by up to {@code variance} of it, either way}
     *
     * <p>Nanoseconds beyond 2^31 - 1, about 2.147 s, have no fixed-point number and count as 0, as in the reference.
     */
    public Duration jitter(Duration base, FixedQ32 variance) {
        if (variance.compareTo(FixedQ32.ZERO) <= 0) {
            return base;
        }
        FixedQ32 nanos = nanoseconds(base);
        FixedQ32 two = FixedQ32.ofInteger(2);
        FixedQ32 swing = sample().times(two).minus(FixedQ32.ONE).times(nanos.times(variance));
        FixedQ32 result = nanos.plus(swing).clamp(FixedQ32.ZERO, FixedQ32.MAX);
        return Duration.ofNanos(result.round().bits() >> 32);
    }

    private static FixedQ32 nanoseconds(Duration base) {
        try {
            return FixedQ32.ofInteger(base.toNanos());
        } catch (ProblemException e) {
            e.only(FixedPointProblem.class);
            return FixedQ32.ZERO;
        } catch (ArithmeticException e) {
            return FixedQ32.ZERO;
        }
    }

    private void fill() {
        int[] x = new int[WORDS];
        System.arraycopy(CONSTANTS, 0, x, 0, CONSTANTS.length);
        System.arraycopy(key, 0, x, CONSTANTS.length, KEY_WORDS);
        x[12] = (int) counter;
        x[13] = (int) (counter >>> 32);
        int[] start = x.clone();
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 1, 5, 9, 13);
            quarter(x, 2, 6, 10, 14);
            quarter(x, 3, 7, 11, 15);
            quarter(x, 0, 5, 10, 15);
            quarter(x, 1, 6, 11, 12);
            quarter(x, 2, 7, 8, 13);
            quarter(x, 3, 4, 9, 14);
        }
        for (int i = 0; i < WORDS; i++) {
            block[i] = x[i] + start[i];
        }
        counter++;
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 16);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 12);
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 8);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 7);
    }
}
