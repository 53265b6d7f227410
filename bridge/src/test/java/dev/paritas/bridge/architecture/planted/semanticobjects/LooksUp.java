package dev.paritas.bridge.architecture.planted.semanticobjects;

import dev.paritas.bridge.architecture.planted.choreography.Counter;

/** A lower layer that knows a higher one. */
record LooksUp(Counter counter) {}
