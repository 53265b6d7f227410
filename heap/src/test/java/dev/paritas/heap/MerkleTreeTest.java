package dev.paritas.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.heap.merkle.InclusionProof.Direction;
import dev.paritas.heap.merkle.InclusionProof.ProofStep;
import dev.paritas.heap.merkle.MerkleTree;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec 40 §8 and the plain trees of §19. */
class MerkleTreeTest {
    private static Digest leaf(int i) {
        return Hasher.BLAKE3.digest(new byte[] {(byte) i, (byte) (i >> 8)});
    }

    /** The leaf of the plain trees: the hash of one byte. */
    private static Digest plain(int i) {
        return Hasher.BLAKE3.digest(new byte[] {(byte) i});
    }

    private static MerkleTree plainTree(int n) {
        return MerkleTree.of(
                Hasher.BLAKE3,
                IntStream.range(0, n).mapToObj(MerkleTreeTest::plain).toList());
    }

    private static Digest node(Digest left, Digest right) {
        return Hasher.BLAKE3.digest(Preimages.merkleNode(left.bytes(), right.bytes()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "1, 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
        "2, 623774f970e042e24c8b3ea8444ca2237b12884e219aabe50f5bcd1872a3f3df",
        "3, 3c44a4880c54f8e28aa399f30801c033d2de85573832f518574d303993de9958",
        "4, e5755ef117165cad30fcd89fc1959d44540e4e5e9fd58d51d7691f57873a0edb",
        "5, 790fd6267626eab23334909f4cc6ce1b26b6f7862274330d4d7c60bce080ac56"
    })
    void plain_trees_have_the_worked_roots(int n, String root) {
        assertThat(plainTree(n).root().hex()).isEqualTo(root);
    }

    @Test
    void worked_proofs_have_their_shapes() {
        assertThat(plainTree(3).prove(2).orElseThrow().path())
                .containsExactly(
                        new ProofStep(Direction.RIGHT, plain(2)),
                        new ProofStep(Direction.LEFT, plainTree(2).root()));
        Digest last = node(plain(4), plain(4));
        assertThat(plainTree(5).prove(4).orElseThrow().path())
                .containsExactly(
                        new ProofStep(Direction.RIGHT, plain(4)),
                        new ProofStep(Direction.RIGHT, last),
                        new ProofStep(Direction.LEFT, plainTree(4).root()));
        assertThat(plainTree(5).prove(1).orElseThrow().path())
                .containsExactly(
                        new ProofStep(Direction.LEFT, plain(0)),
                        new ProofStep(Direction.RIGHT, node(plain(2), plain(3))),
                        new ProofStep(Direction.RIGHT, node(last, last)));
    }

    /**
     * {@code proofAt_verifies}: a proof taken from a tree verifies. {@code proof_binds}: no other proof has its root and
     * its directions.
     */
    @Test
    void levels_halve_and_every_proof_leads_to_the_root_and_to_nothing_else() {
        for (int n = 0; n <= 33; n++) {
            List<Digest> leaves =
                    IntStream.range(0, n).mapToObj(MerkleTreeTest::leaf).toList();
            MerkleTree tree = MerkleTree.of(Hasher.BLAKE3, leaves);
            assertThat(tree.leaves()).isEqualTo(leaves);
            List<Integer> sizes = new ArrayList<>();
            for (int size = n; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
                sizes.add(size);
            }
            assertThat(tree.levels().stream().map(List::size)).isEqualTo(sizes);
            assertThat(tree.prove(n)).isEmpty();
            assertThat(tree.prove(-1L)).isEmpty();
            assertThat(tree.prove(1L << 32)).isEmpty();
            for (int i = 0; i < n; i++) {
                InclusionProof proof = tree.prove(i).orElseThrow();
                assertThat(proof.path()).hasSize(sizes.size() - 1);
                assertThat(proof.leafHash()).isEqualTo(leaves.get(i));
                assertThat(proof.root()).isEqualTo(tree.root());
                assertThat(proof.verify(Hasher.BLAKE3)).isTrue();
                assertThat(proof.verify(Hasher.SHA_256)).isEqualTo(n == 1);
                refusesEveryFlip(proof);
            }
        }
    }

    private static void refusesEveryFlip(InclusionProof proof) {
        assertThat(new InclusionProof(flipped(proof.leafHash()), proof.path(), proof.root()).verify(Hasher.BLAKE3))
                .isFalse();
        assertThat(new InclusionProof(proof.leafHash(), proof.path(), flipped(proof.root())).verify(Hasher.BLAKE3))
                .isFalse();
        Digest current = proof.leafHash();
        for (int i = 0; i < proof.path().size(); i++) {
            ProofStep step = proof.path().get(i);
            assertThat(with(proof, i, new ProofStep(step.direction(), flipped(step.sibling())))
                            .verify(Hasher.BLAKE3))
                    .isFalse();
            Direction other = step.direction() == Direction.LEFT ? Direction.RIGHT : Direction.LEFT;
            // a node beside itself is the only one whose side does not matter
            assertThat(with(proof, i, new ProofStep(other, step.sibling())).verify(Hasher.BLAKE3))
                    .isEqualTo(step.sibling().equals(current));
            current =
                    step.direction() == Direction.LEFT ? node(step.sibling(), current) : node(current, step.sibling());
        }
    }

    private static Digest flipped(Digest digest) {
        return new Digest(digest.word0(), digest.word1(), digest.word2(), digest.word3() ^ 1);
    }

    private static InclusionProof with(InclusionProof proof, int index, ProofStep step) {
        List<ProofStep> path = new ArrayList<>(proof.path());
        path.set(index, step);
        return new InclusionProof(proof.leafHash(), path, proof.root());
    }

    /** {@code merkleRoot_binds}: trees of one size with different leaves have different roots. */
    @Test
    void one_changed_leaf_changes_the_root() {
        for (int n = 1; n <= 33; n++) {
            List<Digest> leaves =
                    IntStream.range(0, n).mapToObj(MerkleTreeTest::leaf).toList();
            Digest root = MerkleTree.of(Hasher.BLAKE3, leaves).root();
            for (int i = 0; i < n; i++) {
                List<Digest> changed = new ArrayList<>(leaves);
                changed.set(i, flipped(leaves.get(i)));
                assertThat(MerkleTree.of(Hasher.BLAKE3, changed).root())
                        .as("leaf %d of %d", i, n)
                        .isNotEqualTo(root);
            }
        }
    }

    @Test
    void the_doubled_last_leaf_shares_a_root_with_a_real_second_one() {
        List<Digest> three = List.of(leaf(1), leaf(2), leaf(3));
        List<Digest> four = List.of(leaf(1), leaf(2), leaf(3), leaf(3));
        assertThat(MerkleTree.of(Hasher.BLAKE3, three).root())
                .isEqualTo(MerkleTree.of(Hasher.BLAKE3, four).root());
    }

    @Test
    void an_inner_node_passes_for_a_leaf_with_the_shorter_path() {
        MerkleTree tree = plainTree(4);
        InclusionProof proof = tree.prove(0).orElseThrow();
        InclusionProof shorter =
                new InclusionProof(tree.levels().get(1).getFirst(), proof.path().subList(1, 2), tree.root());
        assertThat(shorter.verify(Hasher.BLAKE3)).isTrue();
        assertThat(new InclusionProof(leaf(0), List.of(), leaf(0)).verify(Hasher.BLAKE3))
                .isTrue();
        assertThat(new InclusionProof(leaf(0), List.of(), leaf(1)).verify(Hasher.BLAKE3))
                .isFalse();
    }

    @Test
    void a_tree_made_from_another_one_equals_the_tree_made_anew() {
        SplittableRandom random = new SplittableRandom(29);
        List<Digest> leaves = new ArrayList<>();
        MerkleTree tree = MerkleTree.empty(Hasher.BLAKE3);
        for (int step = 0; step < 600; step++) {
            int first = leaves.size();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                boolean grow = leaves.isEmpty() || random.nextInt(600) > step;
                int at = random.nextInt(leaves.size() + (grow ? 1 : 0));
                if (grow) {
                    leaves.add(at, leaf(random.nextInt(1 << 16)));
                } else {
                    leaves.remove(at);
                }
                first = Math.min(first, at);
            }
            List<Digest> tail = leaves.subList(first, leaves.size());
            tree = tree.withTail(first, leaves.size(), tail::forEach);
            MerkleTree anew = MerkleTree.of(Hasher.BLAKE3, leaves);
            assertThat(tree.levels()).as("seed 29, step %d", step).isEqualTo(anew.levels());
            assertThat(tree.root()).isEqualTo(anew.root());
        }
    }

    @Test
    void a_change_at_the_end_hashes_one_path() {
        AtomicInteger hashes = new AtomicInteger();
        Hasher counting = new Hasher("counting", input -> {
            hashes.incrementAndGet();
            return Hasher.BLAKE3.function().digest(input);
        });
        List<Digest> leaves =
                IntStream.range(0, 5000).mapToObj(MerkleTreeTest::leaf).toList();
        MerkleTree tree = MerkleTree.of(counting, leaves);
        hashes.set(0);
        tree.withTail(5000, 5001, tail -> tail.accept(leaf(5000)));
        assertThat(hashes.get()).isLessThanOrEqualTo(2 * 13);
    }
}
