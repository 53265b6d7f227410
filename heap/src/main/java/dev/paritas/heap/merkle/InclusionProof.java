package dev.paritas.heap.merkle;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import java.util.List;

/**
 * Evidence that a leaf belongs to a root (spec 40 §8.3). The leaf's index is not part of it.
 *
 * @param path from the leaf's level upwards; empty for the only leaf
 */
public record InclusionProof(Digest leafHash, List<ProofStep> path, Digest root) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * {@return whether the path leads from the leaf to the root} Says nothing about index, length or heap, and takes an
     * inner node for a leaf: a verifier makes {@code leafHash} itself, from the resource.
     */
    public boolean verify(Hasher hasher) {
        NodeHash node = new NodeHash(hasher);
        Digest current = leafHash;
        for (ProofStep step : path) {
            current = switch (step.direction()) {
                case LEFT -> node.of(step.sibling(), current);
                case RIGHT -> node.of(current, step.sibling());
            };
        }
        return current.equals(root);
    }

    /** One step of a proof, from the leaf upwards. */
    public record ProofStep(Direction direction, Digest sibling) {}

    /** The side on which a proof step's sibling stands. */
    public enum Direction {
        LEFT("Left"),
        RIGHT("Right");

        private final String word;

        Direction(String word) {
            this.word = word;
        }

        /** {@return the word in corpora and outputs} */
        public String word() {
            return word;
        }
    }
}
