package dev.paritas.app.architecture.planted.heap.state;

import dev.paritas.app.architecture.planted.machine.schedule.Loop;

/** A heap that runs a protocol. */
public record Driven(Loop loop) {}
