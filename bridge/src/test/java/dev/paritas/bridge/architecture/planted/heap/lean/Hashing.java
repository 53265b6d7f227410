package dev.paritas.bridge.architecture.planted.heap.lean;

import dev.paritas.bridge.architecture.planted.heap.state.Driven;

/** A model that borrows the heap it is to be compared with. */
record Hashing(Driven heap) {}
