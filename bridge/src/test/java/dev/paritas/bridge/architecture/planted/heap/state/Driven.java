package dev.paritas.bridge.architecture.planted.heap.state;

import dev.paritas.bridge.architecture.planted.machine.scheduler.Loop;

/** A heap that runs a protocol. */
public record Driven(Loop loop) {}
