package dev.paritas.heap.merkle;

import dev.paritas.heap.merkle.InclusionProof.Direction;
import dev.paritas.heap.merkle.InclusionProof.ProofStep;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An immutable Merkle tree over ordered leaves (spec 40 §8). The shape follows positions: node i of a level is made of
 * the nodes 2i and 2i+1 below it, and the last one of an odd level is paired with itself. A tree made from another one
 * hashes again only what stands at or behind the first changed leaf: see {@link #withTail}.
 */
public final class MerkleTree {
    private final Hasher hasher;
    private final List<Level> levels;
    private final Digest root;

    private MerkleTree(Hasher hasher, List<Level> levels) {
        this.hasher = hasher;
        this.levels = List.copyOf(levels);
        this.root =
                levels.isEmpty() ? hasher.digest(new byte[0]) : levels.getLast().getFirst();
    }

    /** {@return the tree without leaves: no levels, and the hash of zero bytes for a root} */
    public static MerkleTree empty(Hasher hasher) {
        return new MerkleTree(hasher, List.of());
    }

    public static MerkleTree of(Hasher hasher, List<Digest> leaves) {
        return empty(hasher).withTail(0, leaves.size(), leaves::forEach);
    }

    /**
     * {@return the tree whose first {@code kept} leaves are this one's and whose others come from {@code tail}} Hashes
     * about {@code size - kept} nodes and shares the rest.
     *
     * @param kept 0..number of leaves
     * @param size number of leaves of the new tree
     * @param tail hands {@code size - kept} leaves, in order, to its consumer
     */
    public MerkleTree withTail(int kept, int size, Consumer<Consumer<Digest>> tail) {
        if (size == 0) {
            return empty(hasher);
        }
        Level.Builder leaves = level(0).keeping(kept, size);
        tail.accept(leaves::add);
        List<Level> built = new ArrayList<>();
        built.add(leaves.build());
        NodeHash node = new NodeHash(hasher);
        int unchanged = kept;
        while (built.getLast().size() > 1) {
            // A parent stays only when it has two children that stay: one that was paired with itself may get a
            // sibling.
            unchanged /= 2;
            built.add(parents(node, built.getLast(), level(built.size()), unchanged));
        }
        return new MerkleTree(hasher, built);
    }

    private static Level parents(NodeHash node, Level children, Level old, int unchanged) {
        int size = (children.size() + 1) / 2;
        Level.Builder parents = old.keeping(unchanged, size);
        for (int i = unchanged; i < size; i++) {
            Digest left = children.get(2 * i);
            Digest right = 2 * i + 1 < children.size() ? children.get(2 * i + 1) : left;
            parents.add(node.of(left, right));
        }
        return parents.build();
    }

    private Level level(int index) {
        return index < levels.size() ? levels.get(index) : Level.empty();
    }

    public Digest root() {
        return root;
    }

    /** {@return the leaves in order} */
    public List<Digest> leaves() {
        return Collections.unmodifiableList(level(0));
    }

    /** {@return the levels, leaves first; odd ones are not padded; none for an empty tree} */
    public List<List<Digest>> levels() {
        return levels.stream().map(Collections::<Digest>unmodifiableList).toList();
    }

    /**
     * {@return the inclusion proof of a leaf; empty when there is no such leaf}
     *
     * @param index position of the leaf, unsigned
     */
    public Optional<InclusionProof> prove(long index) {
        if (Long.compareUnsigned(index, leaves().size()) >= 0) {
            return Optional.empty();
        }
        List<ProofStep> path = new ArrayList<>();
        int at = (int) index;
        for (Level level : levels.subList(0, levels.size() - 1)) {
            path.add(
                    at % 2 == 1
                            ? new ProofStep(Direction.LEFT, level.get(at - 1))
                            : new ProofStep(Direction.RIGHT, level.get(Math.min(at + 1, level.size() - 1))));
            at /= 2;
        }
        return Optional.of(new InclusionProof(leaves().get((int) index), path, root));
    }
}
