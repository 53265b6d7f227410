package dev.paritas.app.architecture.planted.model.heap;

import dev.paritas.app.architecture.planted.heap.state.Driven;

/** A model that borrows the heap it is to be compared with. */
record Hashing(Driven heap) {}
