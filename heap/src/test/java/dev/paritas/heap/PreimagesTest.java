package dev.paritas.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Preimages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is proved of preimages and of hexadecimal text. */
class PreimagesTest {
    /** All texts of up to two bytes of two values. */
    private static final List<byte[]> PARTS = List.of(
            new byte[] {},
            new byte[] {0},
            new byte[] {1},
            new byte[] {0, 0},
            new byte[] {0, 1},
            new byte[] {1, 0},
            new byte[] {1, 1});

    /** {@code nodePreimage_injective}: a preimage determines its parts, and its domain. */
    @Test
    void a_preimage_determines_what_it_was_made_of() {
        Map<Bytes, String> known = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        for (byte[] one : PARTS) {
            note(known, clashes, Preimages.nullifierLeaf(one), "nullifier " + Bytes.of(one));
            for (byte[] two : PARTS) {
                String parts = Bytes.of(one) + " " + Bytes.of(two);
                note(known, clashes, Preimages.merkleNode(one, two), "node " + parts);
                note(known, clashes, Preimages.activeLeaf(one, two), "leaf " + parts);
                for (long counter : new long[] {0, 1, 256, 1L << 32, -1}) {
                    note(known, clashes, Preimages.commitment(one, two, counter), "heap " + parts + " " + counter);
                }
            }
            for (long counter : new long[] {0, 1, 256, 1L << 32, -1}) {
                note(known, clashes, Preimages.resourceId(one, counter), "id " + Bytes.of(one) + " " + counter);
            }
        }
        assertThat(clashes).isEmpty();
        assertThat(known).hasSize(7 + 49 + 49 + 49 * 5 + 7 * 5);
    }

    private static void note(Map<Bytes, String> known, List<String> clashes, byte[] preimage, String made) {
        String old = known.put(Bytes.of(preimage), made);
        if (old != null) {
            clashes.add(old + " = " + made);
        }
    }

    /** {@code hexBytes_hexText}: hexadecimal text is read back as the bytes it was written for. */
    @Test
    void hexadecimal_text_is_read_back() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            String text = Bytes.of(bytes).hex();
            assertThat(Bytes.ofHex(text).toArray())
                    .as("seed 5, case %d: %s", i, text)
                    .isEqualTo(bytes);
        }
    }
}
