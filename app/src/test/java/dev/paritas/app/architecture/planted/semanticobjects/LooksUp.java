package dev.paritas.app.architecture.planted.semanticobjects;

import dev.paritas.app.architecture.planted.choreography.Counter;

/** A lower layer that knows a higher one. */
record LooksUp(Counter counter) {}
