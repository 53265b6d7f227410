package dev.paritas.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.value.FixedQ32;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec 52 §4.6. */
class SimulationRandomTest {
    @Test
    void the_zero_key_gives_the_published_stream() {
        SimulationRandom random = SimulationRandom.ofKey(new int[8]);
        // 3e00ef2f 895f40d6, bytes as they come
        assertThat(random.nextWord()).isEqualTo(0x2fef003e);
        assertThat(random.nextWord()).isEqualTo(0xd6405f89);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2811902828, 3045455719, 3134767159, 2001118559",
        "7, 601310139, 677729076, 781920570, 721508819",
        "42, 962419617, 2928721845, 628724104, 4081401798"
    })
    void a_seed_gives_its_words(long seed, long first, long second, long third, long fourth) {
        SimulationRandom random = SimulationRandom.ofSeed(seed);
        assertThat(Stream.generate(() -> Integer.toUnsignedLong(random.nextWord()))
                        .limit(4))
                .containsExactly(first, second, third, fourth);
        assertThat(SimulationRandom.ofSeed(seed).nextLong()).isEqualTo(second << 32 | first);
        assertThat(SimulationRandom.ofSeed(seed).sample()).isEqualTo(new FixedQ32(first));
    }

    @Test
    void forks_have_seeds_of_their_own() {
        SimulationRandom random = SimulationRandom.ofSeed(7);
        assertThat(Stream.generate(() -> Integer.toUnsignedLong(random.fork().nextWord()))
                        .limit(3))
                .containsExactly(1_819_633_575L, 3_559_074_221L, 171_715_874L);
    }

    @Test
    void the_stream_goes_on_from_block_to_block() {
        SimulationRandom random = SimulationRandom.ofSeed(1);
        long distinct =
                Stream.generate(random::nextWord).limit(1_000).distinct().count();
        assertThat(distinct).isGreaterThan(990);
    }

    @Test
    void certainties_draw_nothing() {
        SimulationRandom random = SimulationRandom.ofSeed(7);
        assertThat(random.happens(FixedQ32.ZERO)).isFalse();
        assertThat(random.happens(FixedQ32.ONE.negated())).isFalse();
        assertThat(random.happens(FixedQ32.ONE)).isTrue();
        assertThat(random.happens(FixedQ32.ofInteger(2))).isTrue();
        assertThat(random.nextWord()).isEqualTo(601_310_139);
        // The second word, 677729076, is about 0.158.
        assertThat(random.happens(FixedQ32.parse("0.16"))).isTrue();
        assertThat(random.happens(FixedQ32.parse("0.18"))).isFalse();
    }

    @Test
    void jitter_draws_once_and_counts_long_latencies_as_nothing() {
        SimulationRandom random = SimulationRandom.ofSeed(7);
        Duration base = Duration.ofMillis(100);
        assertThat(random.jitter(base, FixedQ32.ZERO)).isEqualTo(base);
        // 601310139 / 2^32 = 0.14000...; 2s - 1 = -0.71999...; 10^8 (1 - 0.5 * 0.72) = 6.4 * 10^7
        assertThat(random.jitter(base, FixedQ32.HALF).toNanos()).isBetween(63_999_000L, 64_002_000L);
        assertThat(random.nextWord()).isEqualTo(677_729_076);
        assertThat(random.jitter(Duration.ofSeconds(3), FixedQ32.HALF)).isZero();
    }
}
