package dev.paritas.heap.merkle;

import dev.paritas.heap.hash.Digest;

/** One step of a proof, from the leaf upwards. */
public record ProofStep(Direction direction, Digest sibling) {}
