package dev.paritas.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.resource.ResourceId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec 40 §2 to §5 and the vectors of §19. */
class ResourceEncodingTest {
    private static final Resource HELLO = new Resource.Message("Alice", "Bob", "Hello", Bytes.ofHex("010203"), 7);
    private static final Resource QUEUED = new Resource.Channel(
            "Alice",
            "Bob",
            List.of(new Resource.Payload("Ping", Bytes.ofHex("010203")), new Resource.Payload("Pong", Bytes.EMPTY)));

    private static String hex(Resource resource) {
        return HexFormat.of().formatHex(ResourceEncoding.of(resource));
    }

    private static Digest id(Resource resource, long counter) {
        return ResourceId.of(Hasher.BLAKE3, ResourceEncoding.of(resource), counter)
                .digest();
    }

    @Test
    void the_annotated_message_has_the_annotated_bytes() {
        assertThat(hex(HELLO))
                .isEqualTo("54544850010041" + "54544850010030" + "05000000416c696365" + "03000000426f62"
                        + "54544850010010" + "0500000048656c6c6f" + "03000000010203" + "0700000000000000");
    }

    /** Spec 40 §19: resource, bytes, counter, id digest. */
    static Stream<Arguments> worked() {
        return Stream.of(
                Arguments.of(
                        new Resource.Value("blob", Bytes.ofHex("090807")),
                        "5454485001004304000000626c6f6203000000090807",
                        0L,
                        "64cb0907ae0840681ab4cb74d78131c50736c975d06cb52046b116da5b4ee21e"),
                Arguments.of(
                        QUEUED,
                        "545448500100405454485001002005000000416c69636503000000426f6202000000545448500100100400000050"
                                + "696e67030000000102035454485001001004000000506f6e6700000000",
                        5L,
                        "1f08b09b3e3ba5a038db2f69d359e1be44a1e416584a2d10edf83411cce9e6ad"),
                Arguments.of(
                        new Resource.Message("Zo\u00eb", "\u6f22", "x\ud83d\ude00", Bytes.EMPTY, -1L),
                        "5454485001004154544850010030040000005a6fc3ab03000000e6bca2545448500100100500000078f09f988000"
                                + "000000ffffffffffffffff",
                        -1L,
                        "4d78359e606b0a51dacb46fc4e35c55a74df73cf3e3761e777c7482f6bfc9b9f"),
                Arguments.of(
                        new Resource.Session("", Long.MIN_VALUE),
                        "54544850010042000000000000000000000080",
                        0L,
                        "49d02558faf15c8b7f54c7dc3ed27590c7811113957d2418c5ffbd7d45113a64"));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void worked_resources_have_their_bytes_and_ids(Resource resource, String bytes, long counter, String idDigest) {
        assertThat(hex(resource)).isEqualTo(bytes);
        assertThat(id(resource, counter).hex()).isEqualTo(idDigest);
    }

    @Test
    void the_queued_channel_has_its_leaf() {
        byte[] bytes = ResourceEncoding.of(QUEUED);
        assertThat(Hasher.BLAKE3
                        .digest(Preimages.activeLeaf(id(QUEUED, 5).bytes(), bytes))
                        .hex())
                .isEqualTo("1e89cf4221ae2286d510b1f08a2ab18f2a5d53fdb142c244e6aa0b766b04805e");
    }

    /** {@code message_length} and its like: resources are as long as spec 40 §3.2 says. */
    @Test
    void sizes_follow_the_formulas() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 300; i++) {
            String a = text(random);
            String b = text(random);
            String c = text(random);
            byte[] payload = new byte[random.nextInt(300)];
            String place = "seed 17, case " + i;
            assertThat(ResourceEncoding.of(new Resource.Message(a, b, c, Bytes.of(payload), random.nextLong())))
                    .as(place)
                    .hasSize(45 + utf8(a) + utf8(b) + utf8(c) + payload.length);
            assertThat(ResourceEncoding.of(new Resource.Channel(a, b)))
                    .as(place)
                    .hasSize(26 + utf8(a) + utf8(b));
            assertThat(ResourceEncoding.of(
                            new Resource.Channel(a, b, List.of(new Resource.Payload(c, Bytes.of(payload))))))
                    .as(place)
                    .hasSize(26 + utf8(a) + utf8(b) + 15 + utf8(c) + payload.length);
            assertThat(ResourceEncoding.of(new Resource.Session(a, random.nextLong())))
                    .as(place)
                    .hasSize(19 + utf8(a));
            assertThat(ResourceEncoding.of(new Resource.Value(a, Bytes.of(payload))))
                    .as(place)
                    .hasSize(15 + utf8(a) + payload.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 65_536})
    void the_length_before_a_text_counts_its_bytes(int characters) {
        String text = "\ud83d\ude00".repeat(characters);
        byte[] bytes = ResourceEncoding.of(new Resource.Session(text, 0));
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(7))
                .isEqualTo(4 * characters);
    }

    @Test
    void characters_that_look_alike_stay_different() {
        assertThat(hex(new Resource.Session("\u00e9", 0))).isNotEqualTo(hex(new Resource.Session("e\u0301", 0)));
    }

    @Test
    void half_a_surrogate_pair_has_no_bytes() {
        assertThatThrownBy(() -> ResourceEncoding.of(new Resource.Session("\ud83d", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lone surrogate");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x8000_0000L, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void numbers_keep_all_their_bits(long number) {
        byte[] bytes = ResourceEncoding.of(new Resource.Session("", number));
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(11))
                .isEqualTo(number);
        byte[] preimage = Preimages.resourceId(bytes, number);
        assertThat(ByteBuffer.wrap(preimage).order(ByteOrder.LITTLE_ENDIAN).getLong(preimage.length - 8))
                .isEqualTo(number);
    }

    @Test
    void one_changed_field_changes_the_bytes() {
        List<Resource> different = List.of(
                new Resource.Message("ab", "c", "d", Bytes.ofHex("01"), 1),
                new Resource.Message("a", "bc", "d", Bytes.ofHex("01"), 1),
                new Resource.Message("ab", "cd", "", Bytes.ofHex("01"), 1),
                new Resource.Message("ab", "", "cd", Bytes.ofHex("01"), 1),
                new Resource.Message("ab", "c", "d", Bytes.ofHex("0100"), 1),
                new Resource.Message("ab", "c", "d", Bytes.EMPTY, 1),
                new Resource.Message("ab", "c", "d", Bytes.ofHex("01"), 2),
                new Resource.Channel("ab", "c"),
                new Resource.Channel("a", "bc"),
                new Resource.Channel("ab", "c", List.of(new Resource.Payload("", Bytes.EMPTY))),
                new Resource.Channel(
                        "ab",
                        "c",
                        List.of(new Resource.Payload("", Bytes.EMPTY), new Resource.Payload("", Bytes.EMPTY))),
                new Resource.Session("ab", 1),
                new Resource.Session("a", 1),
                new Resource.Session("ab", 1L << 32),
                // the eight bytes of a type hash, as a value's length and data
                new Resource.Value("ab", Bytes.ofHex("00000000")),
                new Resource.Session("ab", 4));
        Set<String> bytes = new HashSet<>();
        different.forEach(resource -> bytes.add(hex(resource)));
        assertThat(bytes).hasSize(different.size());
    }

    @Test
    void preimages_have_the_sizes_of_the_table() {
        byte[] digest = new byte[32];
        byte[] resource = ResourceEncoding.of(HELLO);
        assertThat(Preimages.resourceId(resource, 0)).hasSize(19 + resource.length);
        assertThat(Preimages.activeLeaf(digest, resource)).hasSize(47 + resource.length);
        assertThat(Preimages.nullifierLeaf(digest)).hasSize(43);
        assertThat(Preimages.merkleNode(digest, digest)).hasSize(79);
        assertThat(Preimages.commitment(digest, digest, 0)).hasSize(87);
        assertThat(Preimages.merkleNode(new byte[1], new byte[2])).hasSize(18);
    }

    @Test
    void ids_belong_to_allocations_and_not_to_contents() {
        assertThat(id(HELLO, 0)).isNotEqualTo(id(HELLO, 1)).isEqualTo(id(HELLO, 0));
    }

    @Test
    void ids_are_ordered_without_sign_and_then_by_counter() {
        Digest low = Digest.ofHex("7f" + "00".repeat(31));
        Digest high = Digest.ofHex("80" + "00".repeat(31));
        assertThat(new ResourceId(low, -1L)).isLessThan(new ResourceId(high, 0));
        assertThat(new ResourceId(low, 1)).isLessThan(new ResourceId(low, Long.MIN_VALUE));
        assertThat(new ResourceId(low, 1)).isNotEqualTo(new ResourceId(low, 2));
    }

    @Test
    void the_texts_of_an_id_and_a_resource() {
        ResourceId id = new ResourceId(id(HELLO, 1), 1);
        assertThat(id.shortForm()).isEqualTo("5a22a0e6:1");
        assertThat(id).hasToString("5a22a0e6:1");
        assertThat(id.debugForm(Hasher.BLAKE3)).isEqualTo("ResourceId<blake3>(5a22a0e6:1)");
        assertThat(new ResourceId(id.digest(), -1L).shortForm()).isEqualTo("5a22a0e6:18446744073709551615");
        assertThat(HELLO.display()).isEqualTo("Resource(message)");
        assertThat(QUEUED.kind()).isEqualTo("channel");
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String text(SplittableRandom random) {
        String[] parts = {"a", "\u00eb", "\u6f22", "\ud83d\ude00", "", "\u0000"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
