package dev.paritas.heap.merkle;

import dev.paritas.heap.resource.Digest;

/** One step of a proof, from the leaf upwards. */
public record ProofStep(Direction direction, Digest sibling) {}
