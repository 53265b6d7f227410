package dev.paritas.heap.state;

import dev.paritas.heap.merkle.MerkleTree;
import dev.paritas.heap.resource.Digest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tree over one ordered set of a heap, made when it is first asked for, from the last tree that was made and the
 * lowest position that has changed since. So a row of changes is hashed once, and only from the first change on.
 */
final class LazyTree {
    private final MerkleTree base;
    private final int kept;
    private volatile @Nullable MerkleTree made;

    private LazyTree(MerkleTree base, int kept) {
        this.base = base;
        this.kept = kept;
    }

    static LazyTree of(MerkleTree base) {
        return new LazyTree(base, base.leaves().size());
    }

    /** {@return the tree after an entry came to or went from {@code position}} */
    LazyTree changedAt(int position) {
        MerkleTree latest = made;
        return latest == null
                ? new LazyTree(base, Math.min(kept, position))
                : new LazyTree(latest, Math.min(latest.leaves().size(), position));
    }

    <V> MerkleTree over(OrderedIds<V> entries, Function<V, Digest> leaf) {
        MerkleTree tree = made;
        if (tree == null) {
            // Two threads may both come here; they make equal trees.
            tree = kept == entries.size() && kept == base.leaves().size()
                    ? base
                    : base.withTail(
                            kept,
                            entries.size(),
                            tail -> entries.forEachFrom(kept, (id, value) -> tail.accept(leaf.apply(value))));
            made = tree;
        }
        return tree;
    }
}
