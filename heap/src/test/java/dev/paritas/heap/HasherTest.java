package dev.paritas.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HasherTest {
    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }

    /** Spec 41 §5, input byte i is i mod 251. */
    @ParameterizedTest
    @CsvSource({
        "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "1, 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
        "64, 4eed7141ea4a5cd4b788606bd23f46e212af9cacebacdc7d1f4c6dc7f2511b98",
        "65, de1e5fa0be70df6d2be8fffd0e99ceaa8eb6e8c93a63f2d8d1c30ecb6b263dee",
        "1024, 42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
        "1025, d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
        "2049, 5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b6879522563030",
        "3073, 7124b49501012f81cc7f11ca069ec9226cecb8a2c850cfe644e327d22d3e1cd3",
        "31744, 62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47",
        "102400, bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085"
    })
    void blake3_gives_the_official_vectors(int length, String hex) {
        assertThat(Hasher.BLAKE3.digest(pattern(length)).hex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, ea8f163db38682925e4491c5e58d4bb3506ef8c14eb78a86e908c5624a67200f",
        "heap, d6b8f52e36a322183ae7f9eaf71eeb8e6834d872141fc484aea42e5b132e19a7"
    })
    void blake3_of_ascii_text(String text, String hex) {
        assertThat(Hasher.BLAKE3
                        .digest(text.getBytes(StandardCharsets.US_ASCII))
                        .hex())
                .isEqualTo(hex);
    }

    /** The empty input's digest is published with SHA-256 itself (FIPS 180-4 examples). */
    @Test
    void sha256_can_take_its_place() {
        assertThat(Hasher.SHA_256.digest(new byte[0]).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hasher.SHA_256.name()).isEqualTo("sha256");
        assertThat(Hasher.BLAKE3.name()).isEqualTo("blake3");
    }

    @Test
    void a_function_of_another_size_is_refused() {
        Hasher short20 = new Hasher("short", input -> new byte[20]);
        assertThatThrownBy(() -> short20.digest(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashing_leaves_its_input_alone_and_gives_arrays_of_their_own() {
        byte[] input = pattern(79);
        byte[] first = Hasher.BLAKE3.function().digest(input);
        byte[] second = Hasher.BLAKE3.function().digest(input);
        assertThat(input).isEqualTo(pattern(79));
        assertThat(first).isEqualTo(second).isNotSameAs(second);
    }

    @Test
    void threads_do_not_disturb_each_other() throws Exception {
        List<Digest> alone = IntStream.range(0, 16)
                .mapToObj(i -> Hasher.BLAKE3.digest(pattern(1000 + i)))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                List<Future<Digest>> together = IntStream.range(0, 16)
                        .mapToObj(i -> threads.submit(() -> Hasher.BLAKE3.digest(pattern(1000 + i))))
                        .toList();
                for (int i = 0; i < 16; i++) {
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i));
                }
            }
        }
    }

    @Test
    void digests_are_ordered_as_their_bytes_are_without_sign() {
        SplittableRandom random = new SplittableRandom(3);
        List<byte[]> arrays = IntStream.range(0, 400)
                .mapToObj(i -> {
                    byte[] bytes = new byte[Digest.SIZE];
                    bytes[random.nextInt(Digest.SIZE)] = (byte) random.nextInt(256);
                    bytes[random.nextInt(Digest.SIZE)] = (byte) random.nextInt(256);
                    return bytes;
                })
                .toList();
        assertThat(arrays.stream().map(Digest::of).sorted().map(Digest::hex))
                .as("seed 3")
                .containsExactlyElementsOf(arrays.stream()
                        .sorted(Comparator.comparing(bytes -> bytes, Arrays::compareUnsigned))
                        .map(bytes -> Digest.of(bytes).hex())
                        .toList());
    }

    @Test
    void a_digest_reads_back_from_its_text_and_bytes() {
        Digest digest = Hasher.BLAKE3.digest(new byte[] {1});
        assertThat(Digest.ofHex(digest.hex())).isEqualTo(digest);
        assertThat(Digest.of(digest.bytes())).isEqualTo(digest);
        assertThatThrownBy(() -> Digest.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Digest.ofHex("zz".repeat(32))).isInstanceOf(IllegalArgumentException.class);
    }
}
